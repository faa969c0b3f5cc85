package dev.plumbline.lab.demo;

import java.io.IOException;

/** Where files can be had by name. */
interface Home {
  byte[] read(String name) throws IOException;
}

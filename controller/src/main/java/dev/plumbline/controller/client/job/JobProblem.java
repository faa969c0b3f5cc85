package dev.plumbline.controller.client.job;

/** Why a job cannot start, and what to do. */
public record JobProblem(String message, String remedy) {}

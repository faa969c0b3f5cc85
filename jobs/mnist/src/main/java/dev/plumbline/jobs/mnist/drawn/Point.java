package dev.plumbline.jobs.mnist.drawn;

/** A place on the paper, in pixels; y downwards. */
record Point(double x, double y) {
  /** The distance from here to the straight line from {@code a} to {@code b}. */
  double distance(Point a, Point b) {
    double dx = b.x - a.x;
    double dy = b.y - a.y;
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : ((x - a.x) * dx + (y - a.y) * dy) / length;
    double clamped = Math.max(0, Math.min(1, along));
    return Math.hypot(x - a.x - clamped * dx, y - a.y - clamped * dy);
  }
}

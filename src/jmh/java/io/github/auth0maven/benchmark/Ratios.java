package io.github.auth0maven.benchmark;

import java.util.Arrays;

/** Medians: other work on the machine makes outliers, and they are to count for nothing. */
final class Ratios {

    private final double[] sorted;

    Ratios(double... ratios) {
        sorted = ratios.clone();
        Arrays.sort(sorted);
    }

    double median() {
        return median(sorted);
    }

    double least() {
        return sorted[0];
    }

    double most() {
        return sorted[sorted.length - 1];
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

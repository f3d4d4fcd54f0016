package dev.darkroom.world.demo;

/** Value noise: smooth, reproducible random values from 0 to 1. */
final class Noise {
    private Noise() {}

    /** A hash of a grid point, uniformly distributed from 0 to 1. */
    static float at(int x, int y, int seed) {
        int h = x * 0x27d4eb2d ^ y * 0x165667b1 ^ seed * 0x9e3779b9;
        h = (h ^ h >>> 15) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return ((h ^ h >>> 16) & 0xffffff) / (float) 0x1000000;
    }

    /** Smooth interpolation between the values of the grid points. */
    static float smooth(float x, float y, int seed) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float u = ease(x - left);
        float v = ease(y - top);
        float above = mix(at(left, top, seed), at(left + 1, top, seed), u);
        float below = mix(at(left, top + 1, seed), at(left + 1, top + 1, seed), u);
        return mix(above, below, v);
    }

    /** The sum of several octaves of smooth noise. Each octave has twice the frequency and half the amplitude of the previous one. */
    static float octaves(float x, float y, int seed, int count) {
        float sum = 0;
        float total = 0;
        float strength = 1;
        for (int octave = 0; octave < count; octave++) {
            sum += strength * smooth(x, y, seed + octave);
            total += strength;
            strength /= 2;
            x *= 2;
            y *= 2;
        }
        return sum / total;
    }

    static float mix(float a, float b, float t) {
        return a + (b - a) * t;
    }

    /** 0 below {@code from}, 1 above {@code to}, and smooth in between. */
    static float step(float from, float to, float x) {
        return ease(Math.max(0, Math.min(1, (x - from) / (to - from))));
    }

    private static float ease(float t) {
        return t * t * (3 - 2 * t);
    }
}

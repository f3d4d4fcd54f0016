package dev.darkroom.world.demo;

import dev.darkroom.world.LocalServices;
import dev.darkroom.world.RegisteredAsset;
import dev.darkroom.world.http.RecordedExchange;
import dev.darkroom.world.http.Request;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints each step of a task after its request, with the time since the start of the task. */
final class StepPrinter {
    private final LocalServices world;
    private final PrintStream out;
    private String input = "";
    private long start;

    StepPrinter(LocalServices world, PrintStream out) {
        this.world = world;
        this.out = out;
        world.link().traffic().onExchange(this::s3);
        world.cdn().traffic().onExchange(this::cdn);
        world.orchestrator().traffic().onExchange(this::callback);
    }

    /** Starts a task: all later requests belong to the task with this key. */
    synchronized void begin(String key) {
        input = key;
        start = System.nanoTime();
    }

    private synchronized void s3(RecordedExchange exchange) {
        Request request = exchange.request();
        String path = request.path();
        boolean staging = path.startsWith(world.staging().path(""));
        String ref = world.staging().path(input + ".ref.json");
        if (request.method().equals("GET") && path.equals(world.staging().path(input)) && exchange.reply() != null) {
            line("download", exchange, UnitFormat.bytes(exchange.reply().body().length) + " from " + path.substring(1));
        } else if (request.method().equals("PUT") && path.equals(ref)) {
            line("ref", exchange, UnitFormat.bytes(request.body().length) + " to " + path.substring(1));
        } else if (request.method().equals("PUT") && !staging) {
            line("archive", exchange, UnitFormat.bytes(request.body().length) + " to " + path.substring(1));
        }
    }

    private synchronized void cdn(RecordedExchange exchange) {
        if (!exchange.request().method().equals("POST")) {
            return;
        }
        String id = exchange.request().path().replaceFirst(".*/", "");
        world.cdn().asset(id).map(RegisteredAsset::variants).ifPresent(variants -> {
            for (RegisteredAsset.Variant variant : variants) {
                line(
                        "variant",
                        null,
                        pad(variant.name(), 9)
                                + pad(UnitFormat.size(variant.bytes()), 13)
                                + UnitFormat.bytes(variant.bytes().length));
            }
        });
        line("register", exchange, UnitFormat.bytes(exchange.request().body().length) + " to /asset/" + id);
    }

    private synchronized void callback(RecordedExchange exchange) {
        world.orchestrator().attempts().stream()
                .reduce((first, second) -> second)
                .ifPresent(callback -> {
                    String times = callback.object("performance").entrySet().stream()
                            .map(StepPrinter::time)
                            .collect(Collectors.joining(", "));
                    line("callback", exchange, callback.status() + " " + callback.error());
                    if (!times.isEmpty()) {
                        line("", null, times);
                    }
                });
    }

    private static String time(Map.Entry<String, @Nullable Object> figure) {
        return figure.getKey().replace("_time_ms", "").replace('_', ' ') + " " + figure.getValue() + " ms";
    }

    private void line(String step, @Nullable RecordedExchange exchange, String what) {
        if (exchange == null) {
            out.println("    " + pad(step, 10) + pad("", 9) + what.strip());
            return;
        }
        boolean good = exchange.status() / 100 == 2;
        String at = UnitFormat.time(Duration.ofNanos(System.nanoTime() - start));
        String trouble = good ? "" : "   answered " + exchange.status();
        out.println((good ? "  ✓ " : "  ✗ ") + pad(step, 10) + pad(at, 9) + what.strip() + trouble);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}

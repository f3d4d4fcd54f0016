package dev.darkroom.bench.compare;

import dev.darkroom.bench.engine.DarkroomEngine;
import dev.darkroom.bench.engine.JobKind;
import dev.darkroom.world.Jdk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engines of a run. The others are compared with the first one. */
final class EngineCommands {
    /** Enough passes that the end of a round, when one thread is idle, has little influence. */
    private static final List<String> PASSES = List.of("--passes", "16");

    /** Limits glibc to one arena. With several arenas, the freed memory that each keeps is most of the memory of a small process. */
    private static final Map<String, String> ONE_ARENA = Map.of("MALLOC_ARENA_MAX", "1");

    private final CompareOptions options;
    private final Path peers;
    private final Path variants;
    private final String classPath = System.getProperty("java.class.path");

    /**
     * @param peers the folder {@code benchmarks/peers}; missing engines are skipped
     * @param variants folder for the variants; each engine writes to its {@link EngineCommand#folder}
     */
    EngineCommands(CompareOptions options, Path peers, Path variants) {
        this.options = options;
        this.peers = peers;
        this.variants = variants;
    }

    List<EngineCommand> all() throws IOException {
        List<EngineCommand> all = options.scaling() ? scaling() : darkroom();
        if (options.peers() && !options.scaling()) {
            all.addAll(java());
            all.addAll(node());
            baseline(all.get(0)).ifPresent(all::add);
        }
        all.removeIf(
                each -> !options.only().isEmpty() && options.only().stream().noneMatch(each::isNamed));
        return all;
    }

    /** The same engine on each core alone, because the cores differ in speed, and then on both cores. */
    private List<EngineCommand> scaling() {
        List<String> flags = new ArrayList<>(fastFlags());
        flags.addAll(GcOptions.flags(options.heap()));
        List<String> command = darkroom(Jdk.running(), flags);
        command.addAll(PASSES);
        List<List<Integer>> places = new ArrayList<>();
        CpuAffinity.lastCores(2).forEach(core -> places.add(List.of(core)));
        places.add(CpuAffinity.lastCores(2));
        EngineCommand ours = new EngineCommand("darkroom", command, ONE_ARENA);
        List<EngineCommand> all = new ArrayList<>(places.stream().map(ours::on).toList());
        if (options.peers()) {
            baseline(all.get(0)).ifPresent(alone -> places.forEach(cores -> all.add(alone.on(cores))));
        }
        return all;
    }

    private List<EngineCommand> darkroom() {
        List<EngineCommand> all = new ArrayList<>();
        if (classPath.contains("image-turbo")) {
            List<String> command = darkroom(Jdk.running(), fastFlags());
            all.add(new EngineCommand("darkroom", command));
            if (options.kind() == JobKind.WEBP) {
                List<String> fast = new ArrayList<>(command);
                fast.add("--fast");
                all.add(new EngineCommand("darkroom, fast preset", fast));
            }
        }
        if (classPath.contains("image-turbo") && options.kind() == JobKind.JPEG) {
            List<String> flags = new ArrayList<>(fastFlags());
            flags.add("-Ddarkroom.turbo.libturbojpeg=none");
            String name = "darkroom portable codecs, vector kernel, " + title(Jdk.running());
            all.add(new EngineCommand(name, darkroom(Jdk.running(), flags)));
        }
        for (Jdk jdk : jdks()) {
            List<String> flags = new ArrayList<>(List.of("-Ddarkroom.turbo=off"));
            if (jdk.feature() > 17) {
                flags.add("--enable-native-access=ALL-UNNAMED");
            }
            all.add(new EngineCommand("darkroom portable, " + title(jdk), darkroom(jdk, flags)));
        }
        return all;
    }

    private List<String> fastFlags() {
        return List.of("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED");
    }

    private List<String> darkroom(Jdk jdk, List<String> flags) {
        return java(jdk, flags, classPath, DarkroomEngine.class.getName());
    }

    private List<String> java(Jdk jdk, List<String> flags, String path, String main) {
        List<String> command = new ArrayList<>(List.of(jdk.java().toString(), "-Xmx" + options.heap()));
        command.addAll(flags);
        command.addAll(List.of("-Djava.awt.headless=true", "-cp", path, main));
        return command;
    }

    private List<EngineCommand> java() throws IOException {
        List<EngineCommand> all = new ArrayList<>();
        Path list = peers.resolve("java/target/peers.classpath");
        if (Files.exists(list)) {
            String path = list.resolveSibling("classes")
                    + File.pathSeparator
                    + Files.readString(list).strip();
            for (Jdk jdk : jdks()) {
                List<String> flags = jdk.feature() > 17 ? List.of("--enable-native-access=ALL-UNNAMED") : List.of();
                if (options.kind() == JobKind.JPEG) {
                    all.add(new EngineCommand(
                            "thumbnailator, " + title(jdk),
                            java(jdk, flags, path, "dev.darkroom.peers.Thumbnailator")));
                }
                all.add(new EngineCommand(
                        "scrimage, " + title(jdk), java(jdk, flags, path, "dev.darkroom.peers.Scrimage")));
            }
        }
        return all;
    }

    private List<EngineCommand> node() {
        Map<String, List<String>> ways = new LinkedHashMap<>();
        ways.put("sharp, as specified", List.of("sharp", "--way", "spec"));
        ways.put("sharp, at its best", List.of("sharp", "--way", "best"));
        if (options.kind() == JobKind.WEBP) {
            ways.put("photon", List.of("photon"));
        }
        List<EngineCommand> all = new ArrayList<>();
        ways.forEach((name, way) -> {
            Path engine = peers.resolve(way.get(0));
            if (Files.isDirectory(engine.resolve("node_modules"))) {
                List<String> command = new ArrayList<>(
                        List.of("node", engine.resolve("engine.mjs").toString()));
                command.addAll(way.subList(1, way.size()));
                all.add(new EngineCommand(name, command));
            }
        });
        return all;
    }

    /**
     * The engine that measures libjpeg-turbo alone. With two threads it shows how much a second core of this machine can add.
     *
     * @param first the engine whose variants it encodes; it must start after that engine
     */
    private Optional<EngineCommand> baseline(EngineCommand first) {
        Path classes = peers.resolve("turbojpeg/target/classes");
        if (options.kind() != JobKind.JPEG || Jdk.running().feature() < 22 || !Files.isDirectory(classes)) {
            return Optional.empty();
        }
        String path = classes + File.pathSeparator + classPath;
        List<String> flags = new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED"));
        if (options.scaling()) {
            flags.addAll(GcOptions.flags(options.heap()));
        }
        List<String> command = java(Jdk.running(), flags, path, "dev.darkroom.peers.turbojpeg.TurboJpegBaseline");
        command.add(variants.resolve(first.folder()).toString());
        Map<String, String> environment = new HashMap<>(Map.of("TJ_OPTIMIZE", "1"));
        if (options.scaling()) {
            command.addAll(PASSES);
            environment.putAll(ONE_ARENA);
        }
        return Optional.of(new EngineCommand("libjpeg-turbo alone", command, environment));
    }

    private static List<Jdk> jdks() {
        Optional<Jdk> old =
                Jdk.find(17).filter(jdk -> jdk.feature() != Jdk.running().feature());
        List<Jdk> jdks = new ArrayList<>(List.of(Jdk.running()));
        old.ifPresent(jdks::add);
        return jdks;
    }

    private static String title(Jdk jdk) {
        return "Java " + jdk.feature();
    }
}

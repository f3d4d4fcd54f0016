package dev.darkroom.turbo.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Tests the availability of the kernel in new processes, because it depends on the flags with which a process was started. */
class VectorApiAccessTest {
    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void aProcessWithoutTheModuleSaysHowToGetIt() throws Exception {
        assertThat(availability()).contains("Unavailable").contains("--add-modules jdk.incubator.vector");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void aProcessWithTheModuleUsesItOnceItIsCompiled() throws Exception {
        assertThat(availability("--add-modules=jdk.incubator.vector").lines().filter(line -> line.contains("reason")))
                .singleElement(STRING)
                .contains("is being compiled");
        assertThat(availability("--add-modules=jdk.incubator.vector"))
                .containsPattern("Available.detail=Vector API, (128|256|512) bit");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void theSwitchTurnsItOff() throws Exception {
        assertThat(availability("--add-modules=jdk.incubator.vector", "-Ddarkroom.turbo=off"))
                .contains("Unavailable")
                .contains("-Ddarkroom.turbo=off");
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_24)
    void anOlderJavaIsToldWhichOneIsNeeded() throws Exception {
        assertThat(availability()).contains("Unavailable").contains("needs Java 25 or newer");
    }

    private static String availability(String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DescribeProcess.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** Main class of the process. */
    static final class DescribeProcess {
        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(new VectorResamplerProvider().availability());
            VectorApiAccess.warm();
            System.out.println(new VectorResamplerProvider().availability());
        }
    }
}

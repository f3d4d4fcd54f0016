package dev.darkroom.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.spi.IIORegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the libraries do not use forbidden packages and methods. */
class LibraryRulesTest {
    private static final String[] JAVA_DESKTOP = {
        "java.applet..",
        "java.awt..",
        "java.beans..",
        "javax.accessibility..",
        "javax.imageio..",
        "javax.print..",
        "javax.sound..",
        "javax.swing.."
    };

    static List<MavenModule> libraries() {
        return ModuleCatalog.libraries();
    }

    static Stream<MavenModule> headless() {
        return ModuleCatalog.MODULES.stream()
                .filter(module -> !List.of("codecs", "svg", "world", "bench").contains(module.name()));
    }

    @ParameterizedTest
    @MethodSource("headless")
    void javaDesktopStaysOut(MavenModule module) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JAVA_DESKTOP)
                .check(module.classes());
    }

    @Test
    void theCodecsDoUseJavaDesktopSoTheRuleAboveCanFail() {
        assertThat(codecs().classes())
                .anyMatch(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(on -> on.getTargetClass().getPackageName().startsWith("javax.imageio")));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void imageIoIsNeverAskedToChooseACodec(MavenModule module) {
        noClasses().should().dependOnClassesThat().belongToAnyOf(ImageIO.class).check(module.classes());
    }

    @Test
    void oneClassAloneMayAskTheImageIoRegistry() {
        List<String> asking = ModuleCatalog.libraries().stream()
                .flatMap(module -> module.classes().stream())
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(on -> on.getTargetClass().isAssignableTo(IIORegistry.class)))
                .map(JavaClass::getName)
                .toList();
        assertThat(asking).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryWritesToNoConsole(MavenModule module) {
        noClasses()
                .should(accessField(System.class, "out").or(accessField(System.class, "err")))
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(module.classes());
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryEndsNoProcess(MavenModule module) {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(module.classes());
    }

    private static MavenModule codecs() {
        return ModuleCatalog.MODULES.stream()
                .filter(module -> module.name().equals("codecs"))
                .findFirst()
                .orElseThrow();
    }
}

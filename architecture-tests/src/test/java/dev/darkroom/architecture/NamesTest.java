package dev.darkroom.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the names of classes, methods and packages. */
class NamesTest {
    static List<MavenModule> modules() {
        return ModuleCatalog.MODULES;
    }

    static List<MavenModule> libraries() {
        return ModuleCatalog.libraries();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noClassIsNamedAfterNothingInParticular(MavenModule module) {
        noClasses()
                .should()
                .haveNameMatching(".*[.$][A-Za-z0-9]*(Utils?|Helper|Manager|Impl|Abstract)(?![a-z])[A-Za-z0-9]*")
                .check(module.classes());
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void noPublicMethodIsCalledGetSomething(MavenModule module) throws IOException {
        List<String> exported = module.exported();
        assertThat(module.classes().stream()
                        .filter(type -> exported.contains(type.getPackageName()))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> method.getName().matches("get[A-Z].*"))
                        .filter(method -> !isForeign(method))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aModuleExportsTwoPackagesAtMostAndCoreThree(MavenModule module) throws IOException {
        assertThat(module.exported()).hasSizeLessThanOrEqualTo(module.name().equals("core") ? 3 : 2);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyPackageSaysThatNothingIsNull(MavenModule module) {
        JavaClasses classes = module.classes();
        List<String> unmarked = classes.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> !classes.getPackage(name).isAnnotatedWith(NullMarked.class))
                .toList();
        assertThat(unmarked).isEmpty();
    }

    /** Whether the name is not ours, because a supertype outside this project has the same method. */
    private static boolean isForeign(JavaMethod method) {
        JavaClass owner = method.getOwner();
        String[] parameters =
                method.getRawParameterTypes().stream().map(HasName::getName).toArray(String[]::new);
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .filter(above -> !above.getPackageName().startsWith("dev.darkroom"))
                .anyMatch(above ->
                        above.tryGetMethod(method.getName(), parameters).isPresent());
    }
}

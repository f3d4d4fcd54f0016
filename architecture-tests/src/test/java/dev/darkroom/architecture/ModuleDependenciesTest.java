package dev.darkroom.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the dependencies between modules. All of them lead to core. */
class ModuleDependenciesTest {
    static List<MavenModule> modules() {
        return ModuleCatalog.MODULES;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleKnowsOnlyTheModulesItIsAllowedTo(MavenModule module) {
        String[] allowed = Stream.concat(module.packages().stream(), ModuleCatalog.packagesOf(module.knows()))
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> foreign = JavaClass.Predicates.resideInAPackage("dev.darkroom..")
                .and(JavaClass.Predicates.resideOutsideOfPackages(allowed));
        noClasses().should().dependOnClassesThat(foreign).check(module.classes());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleKeepsToItsOwnPackages(MavenModule module) {
        classes()
                .should()
                .resideInAnyPackage(module.packages().toArray(String[]::new))
                .check(module.classes());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void dependenciesBetweenPackagesGoOneWay(MavenModule module) {
        slices().matching("dev.darkroom.(**)").should().beFreeOfCycles().check(module.classes());
    }

    @Test
    void coreNeedsNothingButJavaBase() throws IOException {
        List<String> atRunTime = ModuleCatalog.MODULES.get(0).descriptor().requires().stream()
                .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
                .map(Requires::name)
                .toList();
        assertThat(atRunTime).containsExactly("java.base");
    }

    @Test
    void theCompiledClassesAreReallyLookedAt() {
        assertThat(ModuleCatalog.MODULES.get(0).classes().contain("dev.darkroom.core.plan.SizePlan"))
                .isTrue();
        for (MavenModule module : ModuleCatalog.MODULES) {
            assertThat(module.classes()).as(module.folder()).hasSizeGreaterThan(3);
        }
    }
}

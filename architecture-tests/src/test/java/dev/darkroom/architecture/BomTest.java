package dev.darkroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests the versions and modules of the BOM. The BOM has no parent, so only this test keeps it up to date. */
class BomTest {
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(image-[a-z0-9-]+)</artifactId>");

    @Test
    void theBomListsEveryLibrary() throws IOException {
        String bom = read(ModuleCatalog.root().resolve("image-bom/pom.xml"));
        String managed = bom.substring(bom.indexOf("<dependencyManagement>"), bom.indexOf("</dependencyManagement>"));
        List<String> listed =
                ARTIFACT.matcher(managed).results().map(found -> found.group(1)).toList();
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(ModuleCatalog.libraries().stream()
                        .map(MavenModule::folder)
                        .toList());
    }

    @Test
    void theBomHasTheParentsVersion() throws IOException {
        assertThat(firstVersion("image-bom/pom.xml")).isEqualTo(firstVersion("pom.xml"));
    }

    private static String firstVersion(String pom) throws IOException {
        Matcher matcher = VERSION.matcher(read(ModuleCatalog.root().resolve(pom)));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}

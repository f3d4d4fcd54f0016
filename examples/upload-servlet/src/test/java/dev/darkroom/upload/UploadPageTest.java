package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.darkroom.world.demo.GeneratedPhoto;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** Tests the upload page in a real browser. */
@Tag("slow")
class UploadPageTest {
    private static Browser browser;

    private ServletFixture fixture;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() {
        fixture = ServletFixture.start();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void open(int width, int height) {
        browser.open("about:blank", width, height);
        browser.requests();
        browser.open(fixture.uri("/") + "#creator=c1&content=42&token=" + ServletFixture.TOKEN, width, height);
    }

    @Test
    void aPhotoThatLiesOnItsSideIsDroppedAndItsVariantsStandUpright() throws Exception {
        open(1100, 900);
        browser.picture("desktop-light");
        browser.drop("holiday.jpg", GeneratedPhoto.jpeg(1500, 2000));
        browser.await("#result");
        List<WebElement> pictures = browser.all("#variants img");
        assertThat(pictures).hasSize(3);
        for (WebElement picture : pictures) {
            assertThat(difference(picture))
                    .as("from what the browser makes of the original")
                    .isLessThan(8);
        }
        assertThat(pictures.stream().map(UploadPageTest::naturalSize))
                .containsExactly("400x533", "800x1067", "810x1080");
        assertThat(browser.find("#variants").getText()).contains("400 × 533", "image/webp");
        assertThat(browser.find("#saved").getText()).contains("% less");
        assertThat(browser.find("#snippet").getText()).startsWith("<picture>").contains("srcset=");
        browser.picture("desktop-light-result");
        browser.colors("dark");
        browser.picture("desktop-dark-result");
        browser.colors("light");
        assertThat(browser.requests()).isNotEmpty().allMatch(this::isOurs);
    }

    @Test
    void aProgramNamedAsAPictureShowsTheProblemsText(@TempDir Path folder) throws Exception {
        open(390, 844);
        Path file = Files.write(folder.resolve("cute-cat.jpg"), UploadSamples.exe(100_000));
        browser.find("#file").sendKeys(file.toString());
        assertThat(browser.await("#problem").getText())
                .contains("this is a Windows executable; accepted are JPEG, PNG, GIF and WebP");
        assertThat(browser.find("#result").isDisplayed()).isFalse();
        browser.picture("phone-light-problem");
        browser.drop("holiday.jpg", GeneratedPhoto.jpeg(900, 1200));
        browser.await("#result");
        assertThat(browser.find("#problem").isDisplayed()).isFalse();
        Number wide = (Number) browser.run("return document.documentElement.scrollWidth - innerWidth");
        assertThat(wide.intValue()).as("nothing sticks out of a phone").isLessThanOrEqualTo(0);
        browser.colors("dark");
        browser.picture("phone-dark-result");
        browser.colors("light");
    }

    @Test
    void aHostileLogoRunsNoScriptAndAsksForNothing() throws Exception {
        Queue<String> trapped = new ConcurrentLinkedQueue<>();
        HttpServer trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        trap.createContext("/", exchange -> {
            trapped.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        trap.start();
        try {
            open(1100, 900);
            browser.find("input[value=logo] + span").click();
            browser.drop(
                    "logo.svg",
                    hostile("http://127.0.0.1:" + trap.getAddress().getPort()).getBytes());
            browser.await("#result");
            assertThat(browser.run("return window.pwned")).isNull();
            browser.picture("hostile-logo");
            assertThat(browser.all("#variants a")).hasSize(4);
            for (WebElement link : browser.all("#variants a")) {
                assertThat(browser.runAsync(
                                "fetch(arguments[0]).then(r => r.text()).then(done)", link.getDomAttribute("href")))
                        .asString()
                        .doesNotContain(
                                "script",
                                "onload",
                                "127.0.0.1:" + trap.getAddress().getPort());
            }
            browser.open(fixture.uri("/media/c1/logos/42/original.svg"), 800, 600);
            assertThat(browser.run("return document.documentElement.localName")).isEqualTo("svg");
            assertThat(browser.run("return window.pwned")).isNull();
            assertThat(browser.requests()).isNotEmpty().allMatch(this::isOurs);
            assertThat(trapped).isEmpty();
        } finally {
            trap.stop(0);
        }
    }

    private boolean isOurs(String address) {
        return address.startsWith(fixture.uri("/").toString())
                || address.startsWith("data:")
                || address.startsWith("blob:")
                || address.equals("about:blank");
    }

    private static String hostile(String trap) {
        return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='300' height='200'"
                + " viewBox='0 0 300 200' onload='window.pwned=1;top.pwned=1'>"
                + "<script>window.pwned=1;fetch('" + trap + "/script')</script>"
                + "<style>@import url('" + trap + "/import'); rect{fill:url('" + trap + "/fill')}</style>"
                + "<image xlink:href='" + trap + "/image' width='50' height='50'/>"
                + "<a href='javascript:window.pwned=1'><rect width='300' height='200' fill='#c04020'/></a>"
                + "<foreignObject width='50' height='50'><iframe xmlns='http://www.w3.org/1999/xhtml' src='" + trap
                + "/frame'/></foreignObject>"
                + "<circle cx='150' cy='100' r='80' fill='#2050a0' onclick='window.pwned=1'/>"
                + "<set attributeName='href' to='javascript:window.pwned=1'/></svg>";
    }

    private static String naturalSize(WebElement picture) {
        return browser.run("return arguments[0].naturalWidth + 'x' + arguments[0].naturalHeight", picture)
                .toString();
    }

    /** Mean difference in levels, at 60 x 80 pixels, between a variant and the dropped file, both as the browser shows them. */
    private static double difference(WebElement picture) {
        Object mean = browser.runAsync(
                "const variant = arguments[0], original = new Image();"
                        + "const pixels = image => { const c = document.createElement('canvas'); c.width = 60; c.height = 80;"
                        + " const g = c.getContext('2d'); g.drawImage(image, 0, 0, 60, 80);"
                        + " return g.getImageData(0, 0, 60, 80).data; };"
                        + "original.onload = () => { const a = pixels(original), b = pixels(variant); let sum = 0;"
                        + " for (let i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]); done(sum / (60 * 80 * 3)); };"
                        + "original.onerror = () => done(999);"
                        + "variant.decode().then(() => { original.src = URL.createObjectURL(window.dropped); });",
                picture);
        return ((Number) mean).doubleValue();
    }
}

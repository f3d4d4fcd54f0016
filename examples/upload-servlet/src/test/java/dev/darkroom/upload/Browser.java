package dev.darkroom.upload;

import dev.darkroom.testkit.ExternalProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The system's Chromium in headless mode. If it is not installed, the test is skipped with that reason. */
final class Browser implements AutoCloseable {
    /** Timeout for page loads and scripts. The driver's own client waits three minutes for a response, so this is shorter. */
    private static final Duration TIMEOUTS = Duration.ofMinutes(2);

    private static final Pattern ASKED =
            Pattern.compile("\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]+)\"");

    /** Folder for screenshots of the page; empty for none. */
    private static final Optional<Path> SCREENSHOTS =
            Optional.ofNullable(System.getProperty("darkroom.screenshots")).map(Path::of);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser start(String... arguments) {
        ExternalProgram.run(new byte[0], "chromium", "--version");
        ExternalProgram.run(new byte[0], "chromedriver", "--version");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(onPath("chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run");
        options.addArguments(arguments);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(onPath("chromedriver")))
                .usingAnyFreePort()
                .withTimeout(TIMEOUTS)
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static String onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    void open(Object address, int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        driver.get(address.toString());
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Waits until an element matches the selector and is visible. */
    WebElement await(String selector) {
        return (WebElement) runAsync(
                "const given = arguments[0], look = () => { const seen = [...document.querySelectorAll(given)].find(e => e.checkVisibility());"
                        + " seen ? done(seen) : requestAnimationFrame(look); }; look();",
                selector);
    }

    Object run(String script, Object... given) {
        return driver.executeScript(script, given);
    }

    /** Runs a script and returns the argument with which it calls {@code done}. */
    Object runAsync(String script, Object... given) {
        driver.manage().timeouts().scriptTimeout(TIMEOUTS);
        return driver.executeAsyncScript("const done = arguments[arguments.length - 1];" + script, given);
    }

    /** Drops a file on the page, as a user does. */
    void drop(String name, byte[] file) {
        run(
                "const bytes = Uint8Array.from(atob(arguments[1]), c => c.charCodeAt(0));"
                        + "window.dropped = new File([bytes], arguments[0]);"
                        + "const transfer = new DataTransfer(); transfer.items.add(window.dropped);"
                        + "document.getElementById('drop').dispatchEvent("
                        + "new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));",
                name,
                Base64.getEncoder().encodeToString(file));
    }

    /** All addresses that pages have requested since the last call. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> ASKED.matcher(entry.getMessage()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    void colors(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void picture(String name) throws IOException {
        if (SCREENSHOTS.isPresent()) {
            Number height = (Number) run("return document.documentElement.scrollHeight");
            Dimension size = driver.manage().window().getSize();
            driver.manage().window().setSize(new Dimension(size.getWidth(), height.intValue() + 150));
            Files.write(SCREENSHOTS.get().resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
            driver.manage().window().setSize(size);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}

package dev.darkroom.spi.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("1994-11-06T08:49:07Z");

    @Example
    void theThreeDateFormsOfRfc9110AreTheSameMoment() {
        assertThat(RetryAfter.parse("Sun, 06 Nov 1994 08:49:37 GMT", NOW)).isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.parse("Sunday, 06-Nov-94 08:49:37 GMT", NOW)).isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.parse("Sun Nov  6 08:49:37 1994", NOW)).isEqualTo(Duration.ofSeconds(30));
    }

    @Example
    void twoDigitYearsAreNeverMoreThanFiftyYearsAhead() {
        Instant in2026 = Instant.parse("2026-11-20T00:00:00Z");
        assertThat(RetryAfter.parse("Sunday, 06-Nov-94 08:49:37 GMT", in2026)).isZero();
        assertThat(RetryAfter.parse("Friday, 20-Nov-26 00:01:00 GMT", in2026)).isEqualTo(Duration.ofMinutes(1));
    }

    @Example
    void datesGoneByAndNonsenseAskForNothing() {
        for (String header : new String[] {
            "",
            "  ",
            "-1",
            "+5",
            "1.5",
            "soon",
            "Sun, 06 Nov 1993 08:49:37 GMT",
            "Mon, 06 Nov 1994 08:49:37 GMT",
            "٣",
            "Sun, 99 Nov 1994 08:49:37 GMT",
            "9".repeat(5000)
        }) {
            assertThat(RetryAfter.parse(header, NOW)).as(header).isZero();
        }
    }

    @Example
    void absurdWaitsAreCutToAYear() {
        assertThat(RetryAfter.parse("99999999999999999999", NOW)).isEqualTo(Duration.ofDays(365));
        assertThat(RetryAfter.parse("999999999", NOW)).isEqualTo(Duration.ofDays(365));
        assertThat(RetryAfter.parse("Fri, 31 Dec 9999 23:59:59 GMT", NOW)).isEqualTo(Duration.ofDays(365));
    }

    @Property
    void secondsAreTakenAsTheyStand(@ForAll @IntRange(max = 31_000_000) int seconds) {
        assertThat(RetryAfter.parse(" " + seconds + " ", NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Property
    void datesAreTheTimeUntilThen(@ForAll @LongRange(min = -1_000_000, max = 31_000_000) long seconds) {
        ZonedDateTime when = NOW.plusSeconds(seconds).atZone(ZoneOffset.UTC);
        Duration expected = Duration.ofSeconds(Math.max(0, seconds));
        for (String form : new String[] {
            "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM ppd HH:mm:ss yyyy"
        }) {
            String header = DateTimeFormatter.ofPattern(form, Locale.US).format(when);
            assertThat(RetryAfter.parse(header, NOW)).as(header).isEqualTo(expected);
        }
    }

    @Property
    void anythingIsAnsweredWithinBounds(@ForAll String header) {
        assertThat(RetryAfter.parse(header, NOW)).isBetween(Duration.ZERO, Duration.ofDays(365));
    }
}

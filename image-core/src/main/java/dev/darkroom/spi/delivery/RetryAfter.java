package dev.darkroom.spi.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;

/** The {@code Retry-After} header: seconds, or a date in any of the three forms of RFC 9110, section 5.6.7. */
public final class RetryAfter {
    /** Nobody waits longer; keeps absurd values from overflowing. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private static final int LONGEST_TEXT = 64;

    private RetryAfter() {}

    /**
     * How long to wait from now: never negative, at most a year, zero for a date gone by and for what is neither seconds nor a date.
     */
    public static Duration parse(String header, Instant now) {
        String text = header.strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            return Duration.ZERO;
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() > 9 ? LONGEST : within(Duration.ofSeconds(Long.parseLong(text)));
        }
        for (DateTimeFormatter form : forms(now)) {
            try {
                Instant when = LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC);
                return within(Duration.between(now, when));
            } catch (DateTimeException e) {
                // not in this form; the next may fit
            }
        }
        return Duration.ZERO;
    }

    private static Duration within(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** IMF-fixdate, RFC 850 (a two-digit year is never more than 50 years ahead), asctime. */
    private static List<DateTimeFormatter> forms(Instant now) {
        LocalDate earliest = now.atOffset(ZoneOffset.UTC).toLocalDate().minusYears(49);
        return List.of(
                DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US),
                new DateTimeFormatterBuilder()
                        .appendPattern("EEEE, dd-MMM-")
                        .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
                        .appendPattern(" HH:mm:ss 'GMT'")
                        .toFormatter(Locale.US),
                DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US));
    }
}

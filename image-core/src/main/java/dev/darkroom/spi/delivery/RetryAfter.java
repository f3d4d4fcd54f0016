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

/** Parser for the {@code Retry-After} header: seconds, or a date in one of the three formats of RFC 9110, section 5.6.7. */
public final class RetryAfter {
    /** Upper limit of a wait. It also prevents overflow for very large values. */
    private static final Duration MAX_WAIT = Duration.ofDays(365);

    private static final int MAX_LENGTH = 64;

    private RetryAfter() {}

    /**
     * The time to wait from now: never negative, at most a year. Zero for a past date and for text that is neither seconds nor a date.
     */
    public static Duration parse(String header, Instant now) {
        String text = header.strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Duration.ZERO;
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() > 9 ? MAX_WAIT : within(Duration.ofSeconds(Long.parseLong(text)));
        }
        for (DateTimeFormatter form : forms(now)) {
            try {
                Instant when = LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC);
                return within(Duration.between(now, when));
            } catch (DateTimeException e) {
                // try the next format
            }
        }
        return Duration.ZERO;
    }

    private static Duration within(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait;
    }

    /** The formats IMF-fixdate, RFC 850 (a two-digit year is at most 50 years in the future) and asctime. */
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

package dev.darkroom.bench.leak;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * What native code holds, where somebody counts it: the sum of the attribute {@code Outstanding} of all MBeans named
 * {@code dev.darkroom:type=NativeAllocations,*}, or else the system property {@code darkroom.native.outstanding}.
 */
final class NativeBalance {
    private static final String PROPERTY = "darkroom.native.outstanding";

    private NativeBalance() {}

    /** Empty where nobody counts. */
    static OptionalLong outstanding() {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        OptionalLong sum = OptionalLong.empty();
        try {
            for (ObjectName name : beans.queryNames(new ObjectName("dev.darkroom:type=NativeAllocations,*"), null)) {
                long counted = ((Number) beans.getAttribute(name, "Outstanding")).longValue();
                sum = OptionalLong.of(sum.orElse(0) + counted);
            }
        } catch (JMException e) {
            throw new IllegalStateException("the counter of native allocations cannot be read", e);
        }
        return sum.isPresent() || System.getProperty(PROPERTY) == null
                ? sum
                : OptionalLong.of(Long.getLong(PROPERTY, 0));
    }
}

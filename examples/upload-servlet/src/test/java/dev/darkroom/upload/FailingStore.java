package dev.darkroom.upload;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Another store that fails at one of its calls, counted from when it is told to. */
final class FailingStore {
    private static final Set<String> CALLS = Set.of("get", "head", "put", "copy", "delete");

    private final AtomicInteger left = new AtomicInteger(-1);
    private volatile boolean lasting;
    final ObjectStore store;

    FailingStore(ObjectStore whole) {
        store = (ObjectStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, given) -> {
                    if (CALLS.contains(method.getName()) && isDue()) {
                        throw ImageException.unavailable("failing store", "/secret/path is down", null);
                    }
                    try {
                        return method.invoke(whole, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private boolean isDue() {
        int before = left.getAndUpdate(calls -> calls > 0 ? calls - 1 : lasting ? calls : -1);
        return before == 0;
    }

    /**
     * @param call 0 for the next
     * @param andAllAfter whether every later call fails too
     */
    void failAt(int call, boolean andAllAfter) {
        lasting = andAllAfter;
        left.set(call);
    }

    void recover() {
        left.set(-1);
    }

    /** Whether the call that was to fail has come. */
    boolean hasFailed() {
        return left.get() < 0 || lasting && left.get() == 0;
    }
}

package dev.darkroom.upload;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Wraps a store and lets one of its later calls fail. */
final class FailingStore {
    private static final Set<String> CALLS = Set.of("get", "head", "put", "copy", "delete");

    private final AtomicInteger left = new AtomicInteger(-1);
    private volatile boolean allLaterFail;
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
        int before = left.getAndUpdate(calls -> calls > 0 ? calls - 1 : allLaterFail ? calls : -1);
        return before == 0;
    }

    /**
     * @param call number of the call that fails, counted from now; 0 for the next one
     * @param allLater whether every later call fails too
     */
    void failAt(int call, boolean allLater) {
        allLaterFail = allLater;
        left.set(call);
    }

    void recover() {
        left.set(-1);
    }

    /** Whether the call that should fail was made. */
    boolean hasFailed() {
        return left.get() < 0 || allLaterFail && left.get() == 0;
    }
}

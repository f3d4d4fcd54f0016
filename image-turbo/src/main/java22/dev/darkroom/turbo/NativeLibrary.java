package dev.darkroom.turbo;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/** A native library that stays loaded until the process ends. Thread-safe. */
public final class NativeLibrary {
    public static final AddressLayout POINTER = ValueLayout.ADDRESS;
    public static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    public static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
    /** Layout of {@code size_t} and of C's {@code long}. {@link #open} fails if {@code long} does not have 64 bits. */
    public static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private static final Linker LINKER = Linker.nativeLinker();

    private final SymbolLookup symbols;

    private NativeLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /**
     * @param key the system property {@code darkroom.turbo.<key>} overrides the names with the path of a library file
     * @param names as the system's loader accepts them; the first one that loads is used
     * @throws UnsatisfiedLinkError if none loads, or C's {@code long} does not have 64 bits, as on Windows
     */
    public static NativeLibrary open(String key, String... names) {
        String given = System.getProperty("darkroom.turbo." + key);
        return open(given == null ? List.of(names) : List.of(given));
    }

    private static NativeLibrary open(List<String> names) {
        MemoryLayout cLong = LINKER.canonicalLayouts().get("long");
        if (cLong == null || cLong.byteSize() != LONG.byteSize()) {
            throw new UnsatisfiedLinkError("the type long of this system's C does not have 64 bits");
        }
        for (String name : names) {
            Optional<SymbolLookup> found = lookup(name);
            if (found.isPresent()) {
                return of(found.get());
            }
        }
        throw new UnsatisfiedLinkError("there is no " + names.get(0));
    }

    private static Optional<SymbolLookup> lookup(String name) {
        try {
            return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // its message says only that the file cannot be loaded
        }
    }

    public static NativeLibrary of(SymbolLookup symbols) {
        return new NativeLibrary(symbols);
    }

    /** The C library: the functions that the JVM's default lookup finds. */
    static NativeLibrary c() {
        return of(LINKER.defaultLookup());
    }

    /**
     * @throws UnsatisfiedLinkError the library has no such function
     */
    public MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
        return LINKER.downcallHandle(address(name), FunctionDescriptor.of(result, parameters));
    }

    /**
     * @throws UnsatisfiedLinkError the library has no such function
     */
    public MethodHandle procedure(String name, MemoryLayout... parameters) {
        return LINKER.downcallHandle(address(name), FunctionDescriptor.ofVoid(parameters));
    }

    public boolean has(String name) {
        return symbols.find(name).isPresent();
    }

    public MemorySegment address(String name) {
        return symbols.find(name)
                .orElseThrow(() -> new UnsatisfiedLinkError("the library has no function " + name + "; it is too old"));
    }

    /** Converts an exception from a method handle to an unchecked one. C functions throw no exceptions. */
    public static RuntimeException unchecked(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }
}

package dev.darkroom.testkit;

/**
 * Every promise of {@link dev.darkroom.spi.delivery.ObjectStore} as a test. A store's own test class implements this and
 * {@link StoreUnderTest#openStore}, and JUnit finds the rest.
 */
public interface StoreContract
        extends StoreRoundTripContract, StoreConditionContract, StoreCopyContract, StoreKeyContract {}

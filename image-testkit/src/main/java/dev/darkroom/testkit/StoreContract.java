package dev.darkroom.testkit;

/**
 * All tests for the contract of {@link dev.darkroom.spi.delivery.ObjectStore}. The test class of a store implements this interface and
 * {@link StoreUnderTest#openStore}.
 */
public interface StoreContract
        extends StoreRoundTripContract, StoreConditionContract, StoreCopyContract, StoreKeyContract {}

package dev.darkroom.pipeline;

import dev.darkroom.pipeline.resample.ScalarResamplerProvider;
import dev.darkroom.spi.codec.ResamplerProvider;
import dev.darkroom.testkit.ResamplerContract;

class ScalarResamplerTest implements ResamplerContract {
    @Override
    public ResamplerProvider provider() {
        return new ScalarResamplerProvider();
    }
}

/** That nothing private leaves: what people hide in pictures, planted by code, and looked for by code that shares nothing with ours. */
@NullMarked
package dev.darkroom.hostile.metadata;

import org.jspecify.annotations.NullMarked;

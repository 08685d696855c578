/** Measures how fast users files are read, judged and packed, beside what else could do so: {@code mvn -ntp -Pbenchmark test}. */
@NullMarked
package io.github.auth0maven.benchmark;

import org.jspecify.annotations.NullMarked;

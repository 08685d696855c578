/** The report as JUnit XML, which CI systems show. */
@NullMarked
package io.github.auth0maven.report.junit;

import org.jspecify.annotations.NullMarked;

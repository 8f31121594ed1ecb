package io.amorsize.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SideWorkTest {

  @Test
  void workGoesOnBesideItsCallerOnADaemonThread() throws Exception {
    CompletableFuture<Thread> ran = new CompletableFuture<>();
    SideWork.begin(() -> ran.complete(Thread.currentThread()));
    Thread thread = ran.get(10, TimeUnit.SECONDS);
    assertThat(thread).isNotSameAs(Thread.currentThread());
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getName()).startsWith("amorsize-");
  }

  @Test
  void noWorkIsAnError() {
    assertThatThrownBy(() -> SideWork.begin(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("work is null");
  }
}

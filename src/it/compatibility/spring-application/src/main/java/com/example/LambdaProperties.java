package com.example;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import software.amazon.awssdk.regions.Region;

@ConfigurationProperties("lambda")
public record LambdaProperties(
    Region region,
    URI endpoint,
    @DefaultValue("120s") Duration callTimeout,
    @DefaultValue("30s") Duration attemptTimeout) {}

namespace SlimRegeling.Platform.Api;

/// <summary>
/// Goes with a request for a page that may stand in a frame of any other site: nobody is signed in there, so a click that is led astray does nothing.
/// </summary>
public sealed record Inbedbaar;

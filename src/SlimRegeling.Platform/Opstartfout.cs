namespace SlimRegeling.Platform;

/// <summary>The program must not start like this; the message tells in plain Dutch what to do.</summary>
public sealed class Opstartfout(string message) : Exception(message);

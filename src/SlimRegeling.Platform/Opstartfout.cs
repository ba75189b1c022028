namespace SlimRegeling.Platform;

/// <summary>
/// The program cannot start, for a reason that the person who started it can take away. The message is a sentence in plain Dutch that says
/// what to do; the host prints it without a stack trace and ends with exit code 1.
/// </summary>
public sealed class Opstartfout(string uitleg, Exception? oorzaak = null) : Exception(uitleg, oorzaak);

using Microsoft.Extensions.Logging;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>Keeps each line of the log that a part writes.</summary>
internal sealed class Meeluisteraar<T> : ILogger<T>
{
    public List<string> Regels { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Regels.Add(formatter(state, exception));
}

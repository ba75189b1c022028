namespace SlimRegeling.Platform.Beheer;

/// <summary>Names a message that a context set apart: <c>{context}-{message id}</c>. Each hearer of a message sets it apart for itself.</summary>
internal readonly record struct Apartnummer(string Context, Guid Bericht)
{
    public static Apartnummer? Lees(string? tekst) =>
        tekst?.IndexOf('-', StringComparison.Ordinal) is > 0 and var streep
        && Guid.TryParseExact(tekst[(streep + 1)..], "D", out var bericht)
            ? new Apartnummer(tekst[..streep], bericht)
            : null;

    public override string ToString() => $"{Context}-{Bericht:D}";
}

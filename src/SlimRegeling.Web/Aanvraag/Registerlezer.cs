using System.Text.Json.Nodes;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using SlimRegeling.Web.Api.Relaties;

namespace SlimRegeling.Web.Aanvraag;

/// <summary>An enterprise as the Handelsregister has it.</summary>
/// <param name="Adres">Street with number, postcode and city; null when the register does not show them.</param>
/// <param name="Codes">SBI, the main activity first.</param>
/// <param name="SbiVersies">From which versions of the SBI they are, when that is told.</param>
/// <param name="Personen">Heads; null when not told.</param>
/// <param name="Klein">Fewer people than this is small; fewer than <paramref name="Mkb"/> can be an mkb-onderneming.</param>
public sealed record Registerbeeld(
    string Naam,
    (string Straat, string Postcode, string Plaats)? Adres,
    IReadOnlyList<string> Codes,
    IReadOnlyList<string> SbiVersies,
    int? Personen,
    DateOnly? UitgeschrevenOp,
    (int Klein, int Mkb, string Artikel) Grenzen
)
{
    /// <summary>As they stand in a field.</summary>
    public string Sbi => string.Join(", ", Codes);

    internal static Registerbeeld Van(JsonNode json)
    {
        var activiteiten = json["activiteiten"] as JsonArray ?? [];
        var grenzen = json["grenzen"]!;
        return new(
            (string)json["naam"]!,
            json["adres"] is { } adres ? ((string)adres["straat"]!, (string)adres["postcode"]!, (string)adres["plaats"]!) : null,
            [.. activiteiten.Select(a => (string)a!["code"]!)],
            [.. activiteiten.Select(a => (string?)a!["versie"]).OfType<string>().Distinct()],
            (int?)json["werkzamePersonen"],
            (string?)json["uitgeschrevenOp"] is { } dag ? DateOnly.ParseExact(dag, "yyyy-MM-dd") : null,
            ((int)grenzen["klein"]!, (int)grenzen["mkb"]!, (string)grenzen["artikel"]!)
        );
    }
}

/// <summary>What the register told lately, of any number: a task that saves by itself asks the same again and again.</summary>
public sealed class Registergeheugen(TimeProvider klok) : IDisposable
{
    private static readonly TimeSpan Houdbaar = TimeSpan.FromHours(1);

    private readonly MemoryCache _bekend = new(new MemoryCacheOptions { SizeLimit = 5_000 });

    /// <returns>False when it was not asked lately; a number that is in no register is known as null.</returns>
    public bool Zoek(string kvkNummer, out Registerbeeld? beeld)
    {
        var gevonden =
            _bekend.TryGetValue(kvkNummer, out (Registerbeeld? Beeld, DateTimeOffset Tot) waarde) && waarde.Tot > klok.GetUtcNow();
        beeld = gevonden ? waarde.Beeld : null;
        return gevonden;
    }

    public void Onthoud(string kvkNummer, Registerbeeld? beeld) =>
        _bekend.Set(kvkNummer, (beeld, klok.GetUtcNow() + Houdbaar), new MemoryCacheEntryOptions { Size = 1 });

    public void Dispose() => _bekend.Dispose();
}

/// <summary>Asks the Handelsregister. It helps and holds up nobody: when it does not answer, forms stay as they are.</summary>
public sealed partial class Registerlezer(RelatiesApi api, Registergeheugen geheugen, ILogger<Registerlezer> log)
{
    private static readonly TimeSpan Langst = TimeSpan.FromSeconds(3);

    /// <summary>Null when there is nothing to say: no number, not in the register, or the register does not answer.</summary>
    public async Task<Registerbeeld?> Lees(string? kvkNummer, CancellationToken ct)
    {
        if (kvkNummer is not { Length: 8 } || !kvkNummer.All(char.IsAsciiDigit))
        {
            return null;
        }
        if (geheugen.Zoek(kvkNummer, out var bekend))
        {
            return bekend;
        }
        using var grens = CancellationTokenSource.CreateLinkedTokenSource(ct);
        grens.CancelAfter(Langst);
        try
        {
            var beeld = await api.Handelsregister(kvkNummer, grens.Token) is { } json ? Registerbeeld.Van(json) : null;
            geheugen.Onthoud(kvkNummer, beeld);
            return beeld;
        }
        catch (Exception e) when (Apifouten.Status(e) is 429 or >= 500 || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            Stil(e);
            return null;
        }
    }

    /// <summary>What is known without asking.</summary>
    public Registerbeeld? Bekend(string kvkNummer) => geheugen.Zoek(kvkNummer, out var beeld) ? beeld : null;

    [LoggerMessage(LogLevel.Information, "The Handelsregister does not answer; nothing is filled in")]
    private partial void Stil(Exception oorzaak);
}

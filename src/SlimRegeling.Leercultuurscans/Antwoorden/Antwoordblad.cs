using System.Buffers.Binary;
using System.Text.Json;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Platform.Stromen;
using Vorm = SlimRegeling.Platform.Stromen.Json;

namespace SlimRegeling.Leercultuurscans.Antwoorden;

/// <summary>
/// What one person answered. By part of the list, in the order of its questions; null is "weet ik niet / niet van toepassing". There is no free text:
/// people would write who they are.
/// </summary>
/// <param name="WilBeter">Dimensions that they want to be better, at most three.</param>
/// <param name="Kenmerken">What the scan asks of people: of <c>team</c>, <c>leeftijd</c>, <c>contract</c> and <c>opleiding</c> the code of a choice.</param>
public sealed record Antwoordblad(
    IReadOnlyDictionary<string, IReadOnlyList<int?>> Antwoorden,
    IReadOnlyList<string>? WilBeter = null,
    IReadOnlyDictionary<string, string>? Kenmerken = null
)
{
    /// <summary>Bytes of a list as it waits: each the same, or its length would tell how much was filled in.</summary>
    public const int Vakgrootte = 4096;

    private const int MeesteWensen = 3;

    /// <summary>As it was written; also as lists were written that held nothing but the answers.</summary>
    public static Antwoordblad Lees(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("antwoorden", out _)
            ? document.RootElement.Deserialize<Antwoordblad>(Vorm.Opties)!
            : new(document.RootElement.Deserialize<Dictionary<string, IReadOnlyList<int?>>>(Vorm.Opties)!);
    }

    /// <summary>Always <see cref="Vakgrootte"/> bytes.</summary>
    /// <exception cref="InvalidOperationException">It does not fit: the list of questions is longer than one may be.</exception>
    public byte[] InVak()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this, Vorm.Opties);
        if (json.Length > Vakgrootte - sizeof(int))
        {
            throw new InvalidOperationException($"An answer of {json.Length} bytes does not fit in {Vakgrootte}.");
        }
        var vak = new byte[Vakgrootte];
        BinaryPrimitives.WriteInt32BigEndian(vak, json.Length);
        json.CopyTo(vak.AsSpan(sizeof(int)));
        return vak;
    }

    public static Antwoordblad UitVak(ReadOnlySpan<byte> vak) =>
        JsonSerializer.Deserialize<Antwoordblad>(vak.Slice(sizeof(int), BinaryPrimitives.ReadInt32BigEndian(vak)), Vorm.Opties)!;

    /// <param name="keuzes">By attribute that is asked the codes of its choices.</param>
    /// <param name="half">It is not finished: parts may be absent.</param>
    public IReadOnlyList<Fout> Controleer(Vragenlijst lijst, IReadOnlyDictionary<string, IReadOnlyList<string>> keuzes, bool half = false)
    {
        var fouten = new List<Fout>();
        foreach (var onbekend in Antwoorden.Keys.Except(lijst.Delen.Select(d => d.Onderdeel.Code)))
        {
            fouten.Add(new Fout($"antwoorden.{onbekend}", "Dit onderdeel hoort niet bij deze vragenlijst. Haal het weg."));
        }
        foreach (var (onderdeel, schaal) in lijst.Delen.Select(d => (d.Onderdeel, d.Schaal)))
        {
            var veld = $"antwoorden.{onderdeel.Code}";
            if (!Antwoorden.TryGetValue(onderdeel.Code, out var waarden))
            {
                if (!half)
                {
                    fouten.Add(new Fout(veld, "Geef de antwoorden op dit onderdeel; null voor 'weet ik niet'."));
                }
            }
            else if (waarden.Count != onderdeel.Vragen.Count)
            {
                fouten.Add(
                    new Fout(veld, $"Geef {onderdeel.Vragen.Count} antwoorden, in de volgorde van de vragen; null voor 'weet ik niet'.")
                );
            }
            else if (waarden.Any(w => w < schaal.Laagste || w > schaal.Hoogste))
            {
                fouten.Add(new Fout(veld, $"Kies een getal van {schaal.Laagste} tot en met {schaal.Hoogste}."));
            }
        }
        if (WilBeter is { } wil && (wil.Count > MeesteWensen || wil.Distinct().Count() < wil.Count || wil.Except(Dimensies.Kern).Any()))
        {
            fouten.Add(new Fout("wilBeter", $"Kies ten hoogste {MeesteWensen} verschillende onderwerpen, van D1 tot en met D6."));
        }
        foreach (var (kenmerk, keuze) in Kenmerken ?? new Dictionary<string, string>())
        {
            if (!keuzes.TryGetValue(kenmerk, out var mogelijk))
            {
                fouten.Add(new Fout($"kenmerken.{kenmerk}", "Deze vraag wordt in deze scan niet gesteld. Haal het antwoord weg."));
            }
            else if (!mogelijk.Contains(keuze))
            {
                fouten.Add(new Fout($"kenmerken.{kenmerk}", "Kies een van de mogelijkheden, of laat het antwoord weg."));
            }
        }
        return fouten;
    }
}

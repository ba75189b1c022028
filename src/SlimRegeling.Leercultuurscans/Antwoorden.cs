using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans;

/// <summary>Someone answers; the code is the right to do so, once.</summary>
public static class Antwoorden
{
    /// <param name="Antwoorden">By dimension, in the order of its questions; null for "weet ik niet / niet van toepassing".</param>
    public sealed record Verzoek(string Code, IReadOnlyDictionary<string, IReadOnlyList<int?>> Antwoorden);

    public sealed record Bevestiging(bool Ontvangen);

    // Without an Idempotency-Key: the floor would keep a time and a hash of the body beside it. The code itself makes a repeat harmless.
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/scans/{scan}/antwoorden", Voer).WithMetadata(new ZonderSleutel()).Openbaar().Geeft<Bevestiging>();

    private static async Task<Uitkomst> Voer(string scan, Verzoek verzoek, Contextregister contexten, CancellationToken ct)
    {
        if (Controleer(Instrumenten.Alle[Instrumenten.Kernvragen], verzoek) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        var bron = contexten.Van(typeof(LeercultuurscansContext)).Bron;
        return await Antwoordopslag.Ontvang(bron, scan, verzoek.Code, new Antwoordblad(verzoek.Antwoorden), ct)
            ? Uitkomst.Ok(new Bevestiging(true))
            : Weigering.Van(
                "code-ongeldig",
                "Met deze code kunt u niet (meer) antwoorden: zij is onbekend of al gebruikt, of de scan is gesloten. Controleer de code."
            );
    }

    public static IReadOnlyList<Fout> Controleer(Instrument instrument, Verzoek verzoek)
    {
        var fouten = new List<Fout>();
        foreach (var onbekend in verzoek.Antwoorden.Keys.Except(instrument.Dimensies.Select(d => d.Code)))
        {
            fouten.Add(new Fout($"antwoorden.{onbekend}", "Dit onderdeel hoort niet bij deze vragenlijst. Haal het weg."));
        }
        foreach (var dimensie in instrument.Dimensies)
        {
            if (!verzoek.Antwoorden.TryGetValue(dimensie.Code, out var waarden) || waarden.Count != dimensie.Vragen.Count)
            {
                fouten.Add(
                    new Fout(
                        $"antwoorden.{dimensie.Code}",
                        $"Geef {dimensie.Vragen.Count} antwoorden, in de volgorde van de vragen; null voor 'weet ik niet'."
                    )
                );
            }
            else if (waarden.Any(w => w < instrument.Laagste || w > instrument.Hoogste))
            {
                fouten.Add(
                    new Fout($"antwoorden.{dimensie.Code}", $"Kies een getal van {instrument.Laagste} tot en met {instrument.Hoogste}.")
                );
            }
        }
        return fouten;
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening;

/// <summary>
/// A second person signs many proposals as one act, each by the hash under which it was read. What one case refuses takes nothing from the others:
/// each has the answer that it would have alone.
/// </summary>
public static class Ondertekeningen
{
    private const int Meeste = 1_000;

    public sealed record Verzoek(IReadOnlyList<Zaak> Zaken);

    /// <param name="Hash">Of the proposal that was read.</param>
    public sealed record Zaak(string Zaaknummer, string Hash);

    /// <param name="Besluit">Number of the decision; absent when it was refused.</param>
    /// <param name="Code">Of the refusal.</param>
    public sealed record Regel(string Zaaknummer, bool Gelukt, string? Besluit = null, string? Code = null, string? Uitleg = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/ondertekeningen", Voer).Voor(Rol.Medeondertekenaar).Geeft<IReadOnlyList<Regel>>();

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Stroom<Verlening> verleningen,
        Regelbron<VerleningContext> regelbron,
        Belangen belangen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (verzoek.Zaken.Count is 0 or > Meeste)
        {
            return Weigering.Invoer(new Fout("zaken", $"Noem ten minste één en ten hoogste {Meeste} zaken tegelijk."));
        }
        var hashes = verzoek.Zaken.DistinctBy(z => z.Zaaknummer).ToDictionary(z => z.Zaaknummer, z => z.Hash, StringComparer.Ordinal);
        string[] zaaknummers = [.. hashes.Keys];
        var (regels, metBelang, nu) = (await regelbron.Nu(ct), await belangen.Bij(zaaknummers, ct), moment.Nu);
        var uitkomsten = await verleningen.SchrijfElk(
            zaaknummers,
            v => Ondertekenen.Beslis(v.Id, v, hashes[v.Id], persoon.Onderwerp, regels, nu, [.. metBelang[v.Id]]),
            ct
        );
        var over = zaaknummers.Zip(uitkomsten, Toon).ToDictionary(r => r.Zaaknummer, StringComparer.Ordinal);
        return Uitkomst.Ok(verzoek.Zaken.Select(z => over.Remove(z.Zaaknummer, out var regel) ? regel : Dubbel(z.Zaaknummer)).ToList());
    }

    private static Regel Toon(string zaaknummer, Weigering? weigering) =>
        weigering is null
            ? new(zaaknummer, true, Ondertekenen.Besluitnummer(zaaknummer))
            : new(zaaknummer, false, Code: weigering.Code, Uitleg: weigering.Uitleg);

    private static Regel Dubbel(string zaaknummer) =>
        new(
            zaaknummer,
            false,
            Code: "dubbel-genoemd",
            Uitleg: $"Zaak {zaaknummer} staat vaker in uw verzoek. Alleen de eerste keer telt; bij die regel leest u wat ermee is gebeurd."
        );
}

using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen.EigenBelang;

/// <summary>Writes what was decided on the interest of an employee in a case, and has the case closed or open here from the answer on.</summary>
internal static class Belangstap
{
    /// <param name="medewerker">Pseudonym of whose interest it is.</param>
    /// <param name="geldt">Whether they have it from now on.</param>
    /// <param name="beslis">Gets the case, and what keeps a text beside it.</param>
    public static async Task<Uitkomst> Schrijf(
        this Stroom<Aanvraag> aanvragen,
        Zaaknummer zaaknummer,
        string medewerker,
        bool geldt,
        Func<Aanvraag, Func<Belangtekst, Verwijzing>, Beslissing> beslis,
        Werkeenheid<AanvragenContext> eenheid,
        Instant nu,
        CancellationToken ct
    )
    {
        var uitkomst = await aanvragen.Schrijf(zaaknummer, aanvraag => beslis(aanvraag, tekst => eenheid.Bewaar(zaaknummer, tekst)), ct);
        if (uitkomst is { Weigering: null, Versie: { } versie })
        {
            eenheid.NoteerBelang(new BelangGewijzigdBericht(zaaknummer, medewerker, geldt, nu, versie));
        }
        return uitkomst;
    }
}

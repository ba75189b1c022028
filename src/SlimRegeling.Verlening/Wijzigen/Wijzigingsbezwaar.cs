using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>
/// A well-founded objection against a decision on a change (7:11, second paragraph, Awb): what was refused is granted, on the award as it is now; what was
/// granted is undone, when nothing came after it. The amount never changes by it.
/// </summary>
internal static class Wijzigingsbezwaar
{
    private const string Artikel = "artikel 7:11, tweede lid, Awb";

    /// <param name="wijziging">The change, which has the number of the decision on it.</param>
    public static (string? Gevolg, Weigering? Weigering) Gevolg(Verlening verlening, string wijziging)
    {
        var versie = verlening.Verleend is { } verleend ? Regelboek.Versie(verleend.Regelversie) : null;
        var (wordt, weigering) = versie is null ? (null, Wijzigingspoort.Lopend(verlening)) : Wordt(verlening, wijziging, versie);
        return wordt is null ? (null, weigering)
            : verlening.Wijziging(wijziging)!.Besloten!.Uitkomst == Wijzigingsuitkomst.Afgewezen ? (Bezwaargevolg.WijzigingToewijzen, null)
            : (Bezwaargevolg.WijzigingHerroepen, null);
    }

    /// <summary>What it does to the parties when one leaves, joins or takes over after all, or comes back; nothing when it cannot be granted.</summary>
    public static Partijgevolg Partijen(Verlening verlening, string wijziging) =>
        verlening.Verleend is { } nu
            ? Partijgevolg.Van(nu.Partijen, Wordt(verlening, wijziging, Regelboek.Versie(nu.Regelversie)).Wordt?.Partijen)
            : Partijgevolg.Geen;

    /// <summary>The decision that comes in the place of the first, under the number of that on the objection.</summary>
    public static Beslissing Beslis(
        Verlening verlening,
        string wijziging,
        string besluit,
        Verwijzing motivering,
        IReadOnlyList<string> ondertekenaars,
        Regelversie versie,
        Instant nu
    )
    {
        var (wordt, weigering) = Wordt(verlening, wijziging, versie);
        if (wordt is null)
        {
            return weigering!;
        }
        var (was, eerste) = (verlening.Verleend!, verlening.Wijziging(wijziging)!.Besloten!);
        return eerste with
        {
            Regelversie = versie.Id,
            Besluit = besluit,
            Verleningsbesluit = was.Besluit,
            Besluitdatum = Moment.Dag(nu),
            Uitkomst = eerste.Uitkomst == Wijzigingsuitkomst.Afgewezen ? Wijzigingsuitkomst.Toegewezen : Wijzigingsuitkomst.Afgewezen,
            Grond = null,
            Argument = motivering,
            Ondertekenaars = ondertekenaars,
            Regelhash = versie.Hash,
            Op = nu,
            Wordt = wordt,
            Versienummer = verlening.Herschreven + 2,
            PeriodeTotWas = was.PeriodeTot,
            PartijenWas = was.Partijen,
            AandelenWas = was.Aandelen,
            PostenWas = was.Posten,
            Bezwaar = Bezwaarnummer.VanBesluit(besluit),
        };
    }

    private static (Verleend? Wordt, Weigering? Weigering) Wordt(Verlening verlening, string wijziging, Regelversie versie)
    {
        if (Wijzigingspoort.Lopend(verlening) is { } gesloten)
        {
            return (null, gesloten);
        }
        if (verlening.Wijziging(wijziging) is not { Besloten: { } eerste, NaBezwaar: null })
        {
            return (
                null,
                Weigering.Van(
                    "al-beslist-op-bezwaar",
                    $"Over besluit {wijziging} is op een bezwaar al anders beslist. Kies ongegrond, of oordeel dat dit bezwaar geen belang meer heeft.",
                    Artikel
                )
            );
        }
        return eerste.Uitkomst == Wijzigingsuitkomst.Afgewezen ? Toewijzen(verlening, eerste.Vraag, versie) : Terug(verlening, eerste);
    }

    private static (Verleend? Wordt, Weigering? Weigering) Toewijzen(Verlening verlening, Wijzigingsvraag vraag, Regelversie versie)
    {
        if (Wijzigingspoort.NaIntrekking(verlening, vraag) is { } ingetrokken)
        {
            return (null, ingetrokken);
        }
        var gevolg = Wijzigingsgevolg.Van(verlening, vraag, versie);
        return gevolg.Fouten is [var fout, ..]
            ? (
                null,
                Weigering.Van(
                    "past-niet-meer",
                    $"Dit verzoek past niet meer op de verlening zoals zij nu is. {fout.Uitleg} Oordeel dat het bezwaar geen belang meer heeft, of vraag de ontvanger om een nieuw verzoek.",
                    Artikel
                )
            )
            : (gevolg.Wordt, null);
    }

    private static (Verleend? Wordt, Weigering? Weigering) Terug(Verlening verlening, WijzigingBesloten eerste) =>
        verlening.Herschreven + 1 != eerste.Versienummer || verlening.Declaratie is not null
            ? (
                null,
                Weigering.Van(
                    "daarna-gewijzigd",
                    $"Na besluit {eerste.Besluit} is de verlening opnieuw gewijzigd, of is om de vaststelling gevraagd. Dan kan dit systeem de wijziging niet terugdraaien. Neem het besluit samen met de jurist buiten dit systeem, en stuur het aan de ontvanger.",
                    Artikel
                )
            )
            : (
                verlening.Verleend! with
                {
                    PeriodeTot = eerste.PeriodeTotWas!.Value,
                    Partijen = eerste.PartijenWas,
                    Aandelen = eerste.AandelenWas,
                    Posten = eerste.PostenWas,
                },
                null
            );
}

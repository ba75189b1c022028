using SlimRegeling.Aanvragen.Aanvraagformulieren;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>What an earlier form becomes in another window.</summary>
internal static class Overnemen
{
    /// <summary>Without its declarations: they are made for one application and hold on the day on which it is submitted (2.8).</summary>
    public static Formulier Formulier(Formulier eerder) =>
        eerder with
        {
            Verklaringen = null,
            Partijen = eerder.Partijen is { } partijen ? [.. partijen.Select(p => p with { Verklaringen = null })] : null,
        };

    /// <summary>What was left out, and what the rules of the window do not know or do not allow. What is not filled in yet is no such thing.</summary>
    public static IReadOnlyList<Fout> PastNiet(Formulier eerder, Aanvraagtijdvak tijdvak, Regelversie versie)
    {
        IReadOnlyList<Fout> anders = [.. Formuliercontrole.VanAnderType(eerder, versie, tijdvak.Aanvragertype), .. Soorten(eerder, versie)];
        return [.. Verklaringen(eerder), .. anders, .. anders.Count == 0 ? Regels(eerder, tijdvak, versie) : []];
    }

    private static IEnumerable<Fout> Verklaringen(Formulier eerder)
    {
        if (eerder.Verklaringen is not null || (eerder.Partijen ?? []).Any(p => p.Verklaringen is not null))
        {
            yield return new Fout(
                "verklaringen",
                "Uw verklaringen zijn niet meegenomen: zij gelden voor één aanvraag. Verklaar alles opnieuw.",
                "artikel 2.8, tweede lid"
            );
        }
    }

    private static IEnumerable<Fout> Soorten(Formulier eerder, Regelversie versie)
    {
        var eis = versie.Eis(Eiscode.Activiteitsoort);
        var vastBedrag = versie.Zoek(Parameters.BedragLoopbaantraject) is not null;
        foreach (var (i, activiteit) in (eerder.Activiteiten ?? []).Index())
        {
            if (!eis.Activiteiten.Contains(activiteit.Soort))
            {
                yield return new Fout(
                    $"activiteiten[{i}].soort",
                    Activiteitvelden.NietInTijdvak(activiteit.Soort),
                    $"artikel {eis.Artikel}"
                );
            }
            else if (vastBedrag && activiteit is { Soort: nameof(Activiteitsoort.B), Trajecten: null or 0 })
            {
                yield return new Fout(
                    $"activiteiten[{i}].trajecten",
                    Activiteitvelden.VastBedrag,
                    $"artikel {versie.Post(Postcode.Loopbaantrajecten).Artikel}"
                );
            }
        }
    }

    /// <summary>The requirements of the window that the plan does not meet; of a plan that can be computed.</summary>
    private static IEnumerable<Fout> Regels(Formulier eerder, Aanvraagtijdvak tijdvak, Regelversie versie)
    {
        if (!Formuliercontrole.IsTeRekenen(eerder, tijdvak.Aanvragertype))
        {
            return [];
        }
        var plan = eerder.Regelplan(tijdvak.Aanvragertype);
        var beoordeling = Beoordeling.Van(versie, plan, Feiten.Geen);
        return
        [
            .. beoordeling
                .Toetsen.Where(t => t.Uitkomst == Toetsuitkomst.NietVoldaan && t.Code != Grondcode.EisenRegeling)
                .Select(t => new Fout(Veld(t.Code), t.Uitleg, $"artikel {t.Artikel}")),
            .. Gegevenscontrole.Aandelen("partijen", plan, versie, beoordeling.Berekening.ExternEnLoon) is { } aandelen
                ? (Fout[])[aandelen]
                : [],
        ];
    }

    /// <summary>Where in a form a requirement is met or not.</summary>
    internal static string Veld(string code) =>
        code switch
        {
            Eiscode.Aanvragertype => "",
            Eiscode.MkbOmvang or Eiscode.GrootbedrijfOmvang or Eiscode.GrootbedrijfSector => "onderneming",
            Eiscode.MkbPartijen or Eiscode.PartijOmvang or Eiscode.AandeelPartij => "partijen",
            Eiscode.DeMinimisruimte => "verklaringen",
            _ => "activiteiten",
        };
}

using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The award: what an award must state (2.11; 4.2 Kaderregeling).</summary>
internal static class Verleningsbrief
{
    private const string Ambtshalve = "ambtshalve";

    public static IReadOnlyList<Briefblok> Blokken(SubsidieVerleendBericht bericht, Regelversie versie, LocalDate dag)
    {
        var periode = versie.Termijn(Termijncode.Initiatiefperiode(bericht.Aanvragertype ?? Aanvragertype.MkbOnderneming));
        return
        [
            new Alinea(
                $"Wij hebben op {Datumtekst.Van(bericht.Besluitdatum)} besloten u subsidie te verlenen op grond van de SLIM-regeling "
                    + $"(artikel {versie.Stap(Stapcode.SubsidieVerleend).Artikel}). U krijgt ten hoogste {Getal.Euro(bericht.Bedrag)}."
            ),
            new Kop("Wat u krijgt"),
            new Tabel(
                ["Onderdeel", "Artikel", "Bedrag"],
                [
                    Rij("Subsidiabele kosten", versie.Post(Postcode.SubsidiabeleKosten), bericht.SubsidiabeleKosten),
                    Rij("Subsidie, ten hoogste", versie.Post(Postcode.Subsidie), bericht.Bedrag),
                    Rij("Waarvan voorschot", versie.Post(Postcode.Voorschot), bericht.Voorschot),
                ]
            ),
            new Kop("Waarvoor u de subsidie krijgt"),
            new Opsomming([.. bericht.Activiteiten.Select(Activiteittekst.Naam)]),
            new Alinea(
                $"U voert deze activiteiten uit van {Datumtekst.Van(bericht.PeriodeVan)} tot en met {Datumtekst.Van(bericht.PeriodeTot)} "
                    + $"(artikel {periode.Artikel}). Lukt dat niet, niet op tijd of niet helemaal? Meld ons dat dan meteen (artikel 5.7 Kaderregeling)."
            ),
            .. Voorschot(bericht, versie, dag),
            .. Verantwoording(bericht, versie),
            new Kop("Deze subsidie is de-minimissteun"),
            new Alinea(
                $"Het bedrag van {Getal.Euro(bericht.Bedrag)} telt vanaf {Datumtekst.Van(bericht.Besluitdatum)} "
                    + $"{Steunperiode(bericht, versie)} mee als de-minimissteun, ook als het nog niet is betaald. Wij nemen het op in het "
                    + $"register (artikel {versie.Stap(Stapcode.SteunGeregistreerd).Artikel}, of de verordening voor landbouw of visserij als u in die "
                    + "sector werkt). Noem het in elke volgende de-minimisverklaring."
            ),
        ];
    }

    private static string Steunperiode(SubsidieVerleendBericht bericht, Regelversie versie) =>
        versie.Op(Parameters.DeMinimisPeriode, bericht.Besluitdatum) == DeMinimisperiode.DrieBelastingjaren
            ? "in dit en de twee volgende belastingjaren"
            : "36 maanden";

    private static IEnumerable<Briefblok> Voorschot(SubsidieVerleendBericht bericht, Regelversie versie, LocalDate dag)
    {
        if (bericht.Voorschot == 0)
        {
            yield break;
        }
        var betaling = Termijnen.Loop(versie, Termijncode.Betaling, dag);
        yield return new Kop("Uw voorschot");
        yield return new Alinea(
            $"U krijgt een voorschot van {Getal.Euro(bericht.Voorschot)} (artikel {versie.Stap(Stapcode.VoorschotToegekend).Artikel}). "
                + $"Wij betalen het uiterlijk op {Datumtekst.Van(betaling.LaatsteDag)} op de rekening die u heeft opgegeven (artikel {betaling.Artikel}). "
                + "Geeft u een andere rekening op, dan controleren wij die eerst."
        );
    }

    private static IEnumerable<Briefblok> Verantwoording(SubsidieVerleendBericht bericht, Regelversie versie)
    {
        yield return new Kop("Hoe u de subsidie verantwoordt");
        if (bericht.Verantwoording != Ambtshalve)
        {
            yield return new Alinea("U vraagt na afloop van de periode om vaststelling van de subsidie (artikel 2.24).");
        }
        else
        {
            var vaststelling = Termijnen.Loop(versie, Termijncode.AmbtshalveVaststelling, bericht.PeriodeTot);
            yield return new Alinea(
                $"U hoeft geen vaststelling aan te vragen. Wij stellen de subsidie uiterlijk op {Datumtekst.Van(vaststelling.LaatsteDag)} zelf vast "
                    + $"(artikel {vaststelling.Artikel}). Wij kunnen u in een steekproef vragen om te laten zien dat u de activiteiten heeft uitgevoerd "
                    + $"(artikel {versie.Stap(Stapcode.InSteekproef).Artikel}). Bewaar daarvoor:"
            );
        }
        yield return new Opsomming([.. Activiteittekst.Bewijs(bericht.Activiteiten)]);
    }

    private static IReadOnlyList<string> Rij(string onderdeel, Post post, decimal bedrag) => [onderdeel, post.Artikel, Getal.Euro(bedrag)];
}

using NodaTime;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The settlement, with what is still paid or has to be paid back.</summary>
internal static class Vaststellingsbrief
{
    public static IReadOnlyList<Briefblok> Blokken(SubsidieVastgesteldBericht bericht, Regelversie versie, LocalDate dag) =>
        [
            new Alinea(
                $"Wij hebben op {Datumtekst.Van(bericht.Besluitdatum)} uw subsidie vastgesteld op {Getal.Euro(bericht.Vastgesteld)} "
                    + $"(artikel {versie.Stap(Stapcode.SubsidieVastgesteld).Artikel}). "
                    + (
                        bericht.Vastgesteld < bericht.Verleend
                            ? "Dat is lager dan wij hebben verleend, omdat u niet alle activiteiten heeft uitgevoerd of laten zien "
                                + "(artikel 4:46, tweede lid, Awb). In uw zaak op onze website leest u ons oordeel per activiteit."
                            : "Dat is het hele bedrag dat wij hebben verleend."
                    )
            ),
            new Kop("Het bedrag"),
            new Tabel(
                ["Onderdeel", "Bedrag"],
                [
                    ["Verleende subsidie", Getal.Euro(bericht.Verleend)],
                    ["Vastgestelde subsidie", Getal.Euro(bericht.Vastgesteld)],
                    ["Voorschotten", Getal.Euro(bericht.Voorschotten)],
                    [bericht.NogTeBetalen < 0 ? "U betaalt terug" : "U krijgt nog", Getal.Euro(Math.Abs(bericht.NogTeBetalen))],
                ]
            ),
            new Alinea(Afrekening(bericht, versie, dag)),
        ];

    private static string Afrekening(SubsidieVastgesteldBericht bericht, Regelversie versie, LocalDate dag)
    {
        var betaling = Termijnen.Loop(versie, Termijncode.Betaling, dag);
        return bericht.NogTeBetalen switch
        {
            > 0 =>
                $"Wij betalen {Getal.Euro(bericht.NogTeBetalen)} uiterlijk op {Datumtekst.Van(betaling.LaatsteDag)} op de rekening die u heeft "
                    + $"opgegeven (artikel {betaling.Artikel}).",
            < 0 =>
                $"U kreeg {Getal.Euro(-bericht.NogTeBetalen)} te veel voorschot. U betaalt pas terug na een apart besluit (artikel 4:57 Awb); "
                    + "u hoeft nu nog niets te doen.",
            _ => "U kreeg het hele bedrag al als voorschot. Er hoeft niets meer te worden betaald.",
        };
    }
}

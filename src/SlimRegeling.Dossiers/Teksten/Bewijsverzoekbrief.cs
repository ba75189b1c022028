using NodaTime;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>The request for proof to a case in the sample. It is no decision, so no objection is open against it.</summary>
internal static class Bewijsverzoekbrief
{
    public static readonly Briefvelden Velden = new Briefvelden()
        .Veld("artikel steekproef", "het artikel over de steekproef", g => g.Versie.Stap(Stapcode.InSteekproef).Artikel)
        .Veld("laatste dag", "de laatste dag om de stukken te sturen, vanaf de dag van verzenden", g => Datumtekst.Van(Uiterlijk(g)))
        .Veld("artikel bewijs", "het artikel over het bewijs", g => g.Versie.Stap(Stapcode.BewijsOntvangen).Artikel)
        .Lijst<Bewijs>(
            "bewijs",
            "de stukken per activiteit",
            g => g.Versie.Verantwoording.Values.Where(b => b.Activiteit is not null),
            ("omschrijving", "activiteit, stuk en artikel", (bewijs, _) => Activiteittekst.Bewijs(bewijs))
        )
        .MoetNoemen("zaaknummer", "artikel steekproef", "laatste dag", "bewijs.omschrijving");

    private static BewijsGevraagdBericht Bericht(Briefgeval geval) => geval.Opdracht.Bewijsverzoek!;

    private static LocalDate Uiterlijk(Briefgeval geval) => Verzendtermijn.Uiterlijk(geval, Termijncode.Bewijs, Bericht(geval).Uiterlijk);
}

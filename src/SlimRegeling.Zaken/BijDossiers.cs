using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public sealed class BijDocumentBeschikbaar(Bijhouden bij) : IVerwerker<DocumentBeschikbaarBericht>
{
    public Task Verwerk(DocumentBeschikbaarBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.DocumentOntvangen, b.Op) { Uitleg = $"Soort: {Woorden.Document(b.Soort)}" });
}

/// <summary>
/// A letter that asks for something, and tells no decision. It is no step of a rule version: it has the article of that by which it asks.
/// </summary>
/// <param name="Soort">As Dossiers calls the letter.</param>
/// <param name="Stap">Code in <c>zaken.stap</c>.</param>
/// <param name="Titel">As people read it.</param>
/// <param name="Grond">Code of the step that has the article.</param>
internal sealed record Verzoekbrief(string Soort, string Stap, string Titel, string Grond)
{
    public const string Bewijsverzoek = "bewijsverzoek-verzonden";
    public const string Declaratieaanvulling = "declaratie-aanvulling-verzonden";

    private static readonly Verzoekbrief[] Alle =
    [
        new("aanvulling", "aanvullingsverzoek-verzonden", "Verzoek om aanvulling verzonden", Stapcode.AanvullingGevraagd),
        new("bewijsverzoek", Bewijsverzoek, "Verzoek om bewijs verzonden", Stapcode.InSteekproef),
        new(
            "declaratie-aanvulling",
            Declaratieaanvulling,
            "Verzoek om de declaratie aan te vullen verzonden",
            Eigenstap.Declaratieaanvulling
        ),
        new("herinnering", "herinnering-verzonden", "Herinnering aan een laatste dag verzonden", Stapcode.SubsidieVerleend),
        new("betaalherinnering", "betaalherinnering-verzonden", "Herinnering om terug te betalen verzonden", Eigenstap.Betaalherinnering),
        new("aanmaning", "aanmaning-verzonden", "Aanmaning om terug te betalen verzonden", Eigenstap.Aanmaning),
        new("vertraging", "vertraging-verzonden", "Brief verzonden: het besluit komt later", Eigenstap.Vertraging),
        new(
            "vaststelling-vertraging",
            "vaststelling-vertraging-verzonden",
            "Brief verzonden: de vaststelling komt later",
            Eigenstap.Vaststellingvertraagd
        ),
        new(
            "wijziging-vertraging",
            "wijziging-vertraging-verzonden",
            "Brief verzonden: het besluit op een wijziging komt later",
            Eigenstap.Wijzigingvertraagd
        ),
        new("bezwaar-ontvangst", "bezwaar-ontvangst-verzonden", "Ontvangst van het bezwaar bevestigd", Stapcode.BezwaarBevestigd),
        new(
            "bezwaar-herstel",
            "bezwaar-herstel-verzonden",
            "Verzoek om het bezwaar te herstellen verzonden",
            Stapcode.BezwaarHerstelGevraagd
        ),
        new("bezwaar-hoorzitting", "bezwaar-hoorzitting-verzonden", "Uitgenodigd om te worden gehoord", Stapcode.BezwaarHoren),
        new(
            "bezwaar-beslistermijn",
            "bezwaar-beslistermijn-verzonden",
            "Brief die zegt dat wij later beslissen verzonden",
            Stapcode.BezwaarTermijn
        ),
    ];

    public static Verzoekbrief? Van(string soort) => Array.Find(Alle, b => b.Soort == soort);

    public static Verzoekbrief? VanStap(string stap) => Array.Find(Alle, b => b.Stap == stap);
}

/// <summary>It was received, which is the step; that it cannot be used is what to read there.</summary>
public sealed class BijDocumentGeweigerd(Bijhouden bij) : IVerwerker<DocumentGeweigerdBericht>
{
    public Task Verwerk(DocumentGeweigerdBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.DocumentOntvangen, b.OntvangenOp) { Uitleg = $"Soort: {Woorden.Document(b.Soort)}. Geweigerd. {b.Uitleg}" }
        );
}

public sealed class BijBriefVerzonden(Bijhouden bij) : IVerwerker<BriefVerzondenBericht>
{
    public async Task Verwerk(BriefVerzondenBericht b, CancellationToken ct)
    {
        // What goes to somebody else is no step of the applicant: they do not read whom it is for, or that it was sent.
        if (b.Ontvanger is not null)
        {
            return;
        }
        var brief = Verzoekbrief.Van(b.Soort);
        var vanDeclaratie = brief?.Stap == Verzoekbrief.Declaratieaanvulling;
        (string Naam, object Waarde)[] kolommen = brief?.Stap == Verzoekbrief.Bewijsverzoek ? [("bewijs_verzonden_op", b.VerzondenOp)] : [];
        await bij.Zaak(
            b.Zaaknummer,
            new(brief?.Stap ?? Stapcode.BriefVerzonden, b.Op)
            {
                Besluit = b.Besluit,
                Uitleg = $"Brief over {Woorden.Brief(b.Soort)}, verzonden op {Datumtekst.Van(b.VerzondenOp)}",
                Dag = vanDeclaratie ? b.VerzondenOp : null,
                IsWerk = vanDeclaratie,
            },
            null,
            kolommen
        );
        await bij.ZoekOpnieuw(b.Zaaknummer);
    }
}

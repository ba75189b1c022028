using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>The months of the books: the next to close, and those that wait for who confirms it.</summary>
public sealed class MaandenModel(BetalingenApi api, Typwerk typwerk, Persoonlezer lezer, Moment moment) : Geldpagina(api, typwerk, lezer)
{
    public override string Hier => "/geld/grootboek/maanden";

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Boekmaand> Maanden { get; private set; } = [];

    public Tabel Tabel =>
        Tabel.Van(
            "Afgesloten maanden, de nieuwste bovenaan",
            ["Maand", "Afgesloten door", "Bevestigd door", Kop.Bedrag("Regels in de boeken"), Kop.Bedrag("Debet")],
            Maanden,
            m =>
                [
                    new(Boekmaanden.Naam(m.Maand), Uitleg: m.Toelichting),
                    Stap(m.AfgeslotenDoor, m.AfgeslotenOp),
                    Stap(m.BevestigdDoor, m.BevestigdOp),
                    Weergave.Getal(m.Regels),
                    m.Debet,
                ]
        );

    private protected override async Task Toon(CancellationToken ct)
    {
        var lijst = Api.Lees<IReadOnlyList<Boekmaand>>("boekmaanden", ct);
        var bank = Api.Lees<Bankaansluiting>("bankaansluiting", ct);
        var maanden = await lijst;
        Maanden = [.. maanden.OrderByDescending(m => m.Maand, StringComparer.Ordinal)];
        Stappen = Boekmaanden.Stappen(maanden, moment.Vandaag, Persoon, (await bank).Gaten);
    }

    private protected override string Gedaan(Stapvorm stap, JsonAntwoord antwoord) => Boekmaanden.Gedaan(stap.Naam);

    private Cel Stap(string? door, DateTimeOffset? op) =>
        door is null ? new("nog niemand") : new(Wie(door), Uitleg: op is { } toen ? Weergave.DagEnTijd(toen) : null);
}

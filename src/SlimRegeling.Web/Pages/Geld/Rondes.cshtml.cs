using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>The rounds of payments, and the proposal of a new one: on which day, and which of the payments that can be made.</summary>
public sealed class RondesModel(BetalingenApi api, Typwerk typwerk, Persoonlezer lezer, Moment moment) : Geldpagina(api, typwerk, lezer)
{
    private const int Genoemd = 5;

    public override string Hier => "/geld/rondes";

    /// <summary>The last round of the page before; null for the first page.</summary>
    [BindProperty(SupportsGet = true, Name = "na")]
    public string? Na { get; set; }

    public Rondeslijst Lijst { get; private set; } = null!;

    public Betalingenlijst Betaalbaar { get; private set; } = null!;

    public Tabel Tabel =>
        Tabel.Van(
            "Betaalrondes, de nieuwste bovenaan",
            ["Ronde", "Uitvoerdatum", "Stand", Kop.Bedrag("Betalingen"), Kop.Bedrag("Totaal")],
            Lijst.Rondes,
            r => [new(r.Ronde, $"/geld/rondes/{r.Ronde}"), Weergave.Dag(r.Uitvoerdatum), r.Standtekst, Weergave.Getal(r.Aantal), r.Totaal]
        );

    private protected override async Task Toon(CancellationToken ct)
    {
        var rondes = Api.Lees<Rondeslijst>($"betaalrondes{Geldklant.Vraag(("na", Na))}", ct);
        var betaalbaar = Geldklant.Vraag(("stand", "betaalbaar"), ("aantal", FormattableString.Invariant($"{Betaalstappen.TeKiezen}")));
        var opdrachten = Api.Lees<Betalingenlijst>($"betaalopdrachten{betaalbaar}", ct);
        (Lijst, Betaalbaar) = (await rondes, await opdrachten);
        var dag = moment.Vandaag;
        Stappen = Betaalstappen.Nieuw(Betaalbaar, FormattableString.Invariant($"{dag.Day}-{dag.Month}-{dag.Year}"), Persoon);
    }

    private protected override string Gedaan(Stapvorm stap, JsonAntwoord antwoord)
    {
        var voorstel = antwoord.Als<Rondevoorstel>();
        var aantal = Geldwoorden.Aantal(voorstel.Betaalopdrachten.Count, "betaling", "betalingen");
        var zin = $"Ronde {voorstel.Ronde} is voorgesteld: {aantal}, samen {Weergave.Bedrag(voorstel.Totaal)}.";
        var niet = voorstel.Overgeslagen.Take(Genoemd).Select(o => $"{o.Betaalopdracht}: {o.Reden}");
        return voorstel.Overgeslagen.Count == 0
            ? zin
            : $"{zin} Niet in de ronde ({Weergave.Getal(voorstel.Overgeslagen.Count)}): {string.Join(' ', niet)}";
    }

    private protected override string Naar(JsonAntwoord antwoord) =>
        $"/geld/rondes/{Uri.EscapeDataString(antwoord.Als<Rondevoorstel>().Ronde)}";
}

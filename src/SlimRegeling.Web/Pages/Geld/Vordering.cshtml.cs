using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>One claim: its amounts, what happened, what lies ready to be signed, and each step that can be taken.</summary>
public sealed class VorderingModel(BetalingenApi api, Typwerk typwerk, Persoonlezer lezer) : Geldpagina(api, typwerk, lezer)
{
    [BindProperty(SupportsGet = true, Name = "vordering")]
    public string Nummer { get; set; } = "";

    public Vorderingbeeld Beeld { get; private set; } = null!;

    public override string Hier => $"/geld/vorderingen/{Uri.EscapeDataString(Nummer)}";

    public Tabel Bedragen
    {
        get
        {
            var gevorderd = Beeld.Open.Met(Beeld.Ontvangen).Met(Beeld.Afgeboekt);
            return Tabel.Van(
                "De bedragen van deze vordering",
                ["Wat", Kop.Bedrag("Hoofdsom"), Kop.Bedrag("Kosten"), Kop.Bedrag("Rente"), Kop.Bedrag("Totaal")],
                ((string Naam, Toerekening Bedrag)[])
                    [("Gevorderd", gevorderd), ("Ontvangen", Beeld.Ontvangen), ("Afgeboekt", Beeld.Afgeboekt), ("Open", Beeld.Open)],
                r => [r.Naam, r.Bedrag.Hoofdsom, r.Bedrag.Kosten, r.Bedrag.Rente, r.Bedrag.Totaal]
            );
        }
    }

    public Tabel Ontvangsten =>
        Tabel.Van(
            "Wat er binnenkwam of is verrekend",
            ["Dag", "Kenmerk", Kop.Bedrag("Bedrag")],
            Beeld.Ontvangsten ?? [],
            o => [Weergave.Dag(o.Dag), o.Kenmerk, new(Weergave.Bedrag(o.Toegerekend.Totaal), Uitleg: o.Toegerekend.Waarvan)]
        );

    /// <summary>What happened, in words, with its day.</summary>
    public IEnumerable<(string Wat, string Wanneer)> Verloop
    {
        get
        {
            (string Wat, string? Wanneer)[] alles =
            [
                ("Ontstaan", Weergave.DagEnTijd(Beeld.Ontstaan)),
                ("Besloten", Beeld.BeslotenOp is { } op ? Weergave.DagEnTijd(op) : null),
                ("Te betalen tot en met", Dag(Beeld.Uiterlijk)),
                ("Herinnerd aan de laatste dag", Dag(Beeld.HerinnerdOp)),
                ("Aangemaand, te betalen tot en met", Dag(Beeld.Aanmaningstermijn)),
                ("Dwangbevel", Beeld.Dwangbevel),
                ("Dwangbevel betekend", Dag(Beeld.BetekendOp)),
                ("Schuld erkend", Dag(Beeld.ErkendOp)),
                ("Verjaart na", Dag(Beeld.Verjaart)),
            ];
            return alles.Where(s => s.Wanneer is not null).Select(s => (s.Wat, s.Wanneer!));
        }
    }

    private protected override async Task Toon(CancellationToken ct)
    {
        Beeld = await Api.Lees<Vorderingbeeld>($"vorderingen/{Uri.EscapeDataString(Nummer)}", ct);
        Stappen = Vorderingstappen.Van(Beeld, Persoon);
    }

    private protected override (JsonObject Verzoek, JsonAntwoord? Fout) Verzoek(Stapvorm stap, JsonObject gelezen) =>
        Vorderingstappen.Verzoek(stap, gelezen, Beeld);

    private protected override string Gedaan(Stapvorm stap, JsonAntwoord antwoord) => Vorderingstappen.Gedaan(stap.Naam);

    private static string? Dag(DateOnly? dag) => dag is { } d ? Weergave.Dag(d) : null;
}

using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>The account of one enterprise: what the check of name and IBAN says, its check by a second person, and attachments.</summary>
public sealed class RekeningModel(BetalingenApi api, Typwerk typwerk, Persoonlezer lezer) : Geldpagina(api, typwerk, lezer)
{
    [BindProperty(SupportsGet = true, Name = "kvkNummer")]
    public string Kvk { get; set; } = "";

    public Rekeningbeeld Rekening { get; private set; } = null!;

    public override string Hier => $"/geld/rekeningen/{Uri.EscapeDataString(Kvk)}";

    public Tabel Beslagen =>
        Tabel.Van(
            "Beslagen op wat deze onderneming krijgt",
            ["Beslag", "Beslaglegger", "Kenmerk", "Gelegd op", "Geregistreerd door", "Stand", Kop.Bedrag("Bedrag")],
            Rekening.Beslagen,
            b =>
                [
                    b.Nummer,
                    b.Beslaglegger,
                    b.Kenmerk,
                    b.GelegdOp,
                    Wie(b.Door),
                    b.OpgehevenDoor is { } door ? $"Geëindigd, vastgelegd door {Wie(door)}" : "Ligt er",
                    b.Bedrag is { } bedrag ? bedrag : "niet genoemd",
                ]
        );

    private protected override async Task Toon(CancellationToken ct)
    {
        Rekening = await Api.Lees<Rekeningbeeld>($"rekeningen/{Uri.EscapeDataString(Kvk)}", ct);
        Stappen = Betaalstappen.Van(Rekening, Persoon);
    }

    private protected override (JsonObject Verzoek, JsonAntwoord? Fout) Verzoek(Stapvorm stap, JsonObject gelezen)
    {
        if (int.TryParse((string?)gelezen["volgnummer"], NumberStyles.None, CultureInfo.InvariantCulture, out var volgnummer))
        {
            gelezen["volgnummer"] = volgnummer;
        }
        return (gelezen, null);
    }

    private protected override string Gedaan(Stapvorm stap, JsonAntwoord antwoord) => Betaalstappen.Gedaan(stap.Naam);
}

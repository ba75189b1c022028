using SlimRegeling.Dossiers.Teksten;

namespace SlimRegeling.Dossiers.Sjablonen;

/// <summary>One kind of letter.</summary>
/// <param name="Code">As <see cref="Briefopdracht.Soort"/> and in addresses.</param>
/// <param name="Titel">For who edits its template.</param>
/// <param name="Voorbeeld">An invented case, to show a template with.</param>
public sealed record Briefsoort(string Code, string Titel, Briefvelden Velden, Briefopdracht Voorbeeld)
{
    private readonly Lazy<Sjabloon> _ingebouwd = new(() => new Sjabloon(Velden, Sjabloontekst.Ingebouwd(Code), 1));

    /// <summary>Version 1 of its template, which the program brings.</summary>
    public Sjabloon Ingebouwd => _ingebouwd.Value;
}

public static class Briefsoorten
{
    public static IReadOnlyList<Briefsoort> Alle { get; } =
    [
        new("verlening", "Besluit: subsidie verleend", Verleningsbrief.Velden, Voorbeeldzaak.Verlening),
        new("afwijzing", "Besluit: geen subsidie", Afwijzingsbrief.Velden, Voorbeeldzaak.Afwijzing),
        new("herstelbesluit", "Besluit: fout hersteld", Herstelbrief.Velden, Voorbeeldzaak.Herstel),
        new("wijzigingsbesluit", "Besluit over een wijziging", Wijzigingsbrief.Velden, Voorbeeldproject.Wijziging),
        new("voorschot", "Besluit: tweede voorschot", Voorschotbrief.Velden, Voorbeeldproject.Voorschot),
        new("herinnering", "Herinnering aan een laatste dag", Herinneringsbrief.Velden, Voorbeeldproject.Herinnering),
        new("vertraging", "Later beslissen op de aanvraag", Vertragingsbrief.Velden, Vertragingsbrief.Voorbeeld),
        new("aanvulling", "Verzoek om aan te vullen", Aanvullingsbrief.Velden, Voorbeeldzaak.Aanvulling),
        new("buiten-behandeling", "Besluit: niet behandeld", Nietbehandeldbrief.Velden, Voorbeeldzaak.BuitenBehandeling),
        new("bewijsverzoek", "Verzoek om bewijs", Bewijsverzoekbrief.Velden, Voorbeeldzaak.Bewijsverzoek),
        new(
            "declaratie-aanvulling",
            "Verzoek om de declaratie aan te vullen",
            Declaratieaanvullingbrief.Velden,
            Voorbeeldzaak.Declaratieaanvulling
        ),
        new("vaststelling", "Besluit: subsidie vastgesteld", Vaststellingsbrief.Velden, Voorbeeldzaak.Vaststelling),
        new(
            "vaststelling-vertraging",
            "Later beslissen op het verzoek om vaststelling",
            Vertragingsbrief.VanVaststelling,
            Vertragingsbrief.Voorbeeldvaststelling
        ),
        new("wijziging-vertraging", "Later beslissen op een wijziging", Vertragingsbrief.VanWijziging, Vertragingsbrief.Voorbeeldwijziging),
        new("intrekking-voornemen", "Voornemen: subsidie intrekken of verlagen", Intrekkingsbrief.Voornemen, Voorbeeldintrekking.Voornemen),
        new("intrekking", "Besluit: subsidie ingetrokken of verlaagd", Intrekkingsbrief.Besluit, Voorbeeldintrekking.Besluit),
        new("terugvordering", "Besluit: terugvordering", Vorderingsbrief.Besluit, Voorbeeldvordering.Besluit),
        new("dwangbevel", "Dwangbevel, voor de deurwaarder", Vorderingsbrief.Dwangbevel, Voorbeeldvordering.Dwangbevel),
        new(
            "rentevergoeding",
            "Besluit: wij vergoeden wettelijke rente",
            Vorderingsbrief.Rentevergoeding,
            Voorbeeldvordering.Rentevergoeding
        ),
        new("betaalherinnering", "Herinnering om terug te betalen", Vorderingsbrief.Herinnering, Voorbeeldvordering.Herinnering),
        new("aanmaning", "Aanmaning om terug te betalen", Vorderingsbrief.Aanmaning, Voorbeeldvordering.Aanmaning),
        new("vorderingsbesluit", "Besluit over een terugvordering", Vorderingsbrief.Vervolg, Voorbeeldvordering.Vervolg),
        new("bezwaar-ontvangst", "Bezwaar ontvangen", Bezwaarbrief.Ontvangst, Voorbeeldbezwaar.Ontvangst),
        new("bezwaar-herstel", "Verzoek om het bezwaar aan te vullen", Bezwaarbrief.Herstel, Voorbeeldbezwaar.Herstel),
        new("bezwaar-hoorzitting", "Uitnodiging om te worden gehoord", Bezwaarbrief.Hoorzitting, Voorbeeldbezwaar.Hoorzitting),
        new("bezwaar-beslistermijn", "Later beslissen op het bezwaar", Bezwaarbrief.Beslistermijn, Voorbeeldbezwaar.Beslistermijn),
        new("beslissing-op-bezwaar", "Beslissing op bezwaar", Bezwaarbeslissingsbrief.Velden, Voorbeeldbezwaar.Beslissing),
        new("bezwaar-ontvangst-derde", "Bezwaar van een ander ontvangen", Bezwaarbrief.Ontvangst, Voorbeeldbezwaar.OntvangstDerde),
        new(
            "bezwaar-herstel-derde",
            "Verzoek aan een ander om het bezwaar aan te vullen",
            Bezwaarbrief.Herstel,
            Voorbeeldbezwaar.HerstelDerde
        ),
        new(
            "bezwaar-hoorzitting-derde",
            "Uitnodiging aan een ander om te worden gehoord",
            Bezwaarbrief.HoorzittingDerde,
            Voorbeeldbezwaar.HoorzittingDerde
        ),
        new(
            "bezwaar-beslistermijn-derde",
            "Aan een ander: later beslissen op het bezwaar",
            Bezwaarbrief.BeslistermijnDerde,
            Voorbeeldbezwaar.BeslistermijnDerde
        ),
        new(
            "beslissing-op-bezwaar-afschrift",
            "Beslissing op bezwaar, aan een ander dan de aanvrager",
            Bezwaarbeslissingsbrief.Afschrift,
            Voorbeeldbezwaar.Afschrift
        ),
    ];

    public static Briefsoort? Zoek(string code) => Alle.FirstOrDefault(s => s.Code == code);

    /// <summary>The kind of the letter that is asked for.</summary>
    public static Briefsoort Van(Briefopdracht opdracht) =>
        Zoek(opdracht.Soort) ?? throw new InvalidOperationException($"There is no template for {opdracht.Soort}.");
}

namespace SlimRegeling.Regels;

/// <summary>The one place where the outcome of a requirement or ground is put into words: plain Dutch, what it is, what to do, which
/// article.</summary>
internal static class Uitlegteksten
{
    public static string Van(Toets toets) => $"{Zin(toets)} (artikel {toets.Artikel})";

    private static string Zin(Toets toets) =>
        toets.Uitkomst switch
        {
            Toetsuitkomst.Voldaan => Voldaan(toets),
            Toetsuitkomst.NietVoldaan => NietVoldaan(toets),
            Toetsuitkomst.NietVanToepassing => NietVanToepassing(toets),
            _ => NietBeoordeeld(toets),
        };

    private static string Voldaan(Toets toets)
    {
        var w = toets.Waarden;
        return toets.Code switch
        {
            Eiscode.Aanvragertype => "U vraagt aan als mkb-onderneming. Dat kan.",
            Eiscode.MkbOmvang => $"Uw onderneming is {Klasse(w)} ({Omvang(w)}).",
            Eiscode.Activiteitsoort => $"Uw activiteiten ({w.Tekst("activiteiten")}) zijn subsidiabel.",
            Eiscode.MinimumKosten =>
                $"Uw subsidiabele kosten voor A en C zijn {w.Euro("subsidiabele-kosten")}. Dat is ten minste {w.Euro("minimum")}.",
            Eiscode.DeMinimisruimte =>
                $"U kunt nog {w.Euro("beschikbaar")} de-minimissteun krijgen: het plafond is {w.Euro("plafond")} en u kreeg {w.Euro("meegeteld")}.",
            Eiscode.NietEnkelBestuurders => "De activiteiten zijn niet alleen voor bestuurders of eigenaren.",
            Eiscode.Gesprekstijd => "Elk loopbaantraject heeft ten minste vier uur aan individuele gesprekken.",
            Eiscode.EisenLoopbaanadviseur => "De loopbaanadviseur voldoet aan de eisen.",
            Eiscode.Marktconformiteit => "De marktconformiteit van uw grote externe opdracht is aangetoond.",
            Grondcode.EisenRegeling => "Uw aanvraag voldoet aan de eisen die wij konden toetsen.",
            Grondcode.OnvoldoendeMeetbaar => "Uw plan en de resultaten zijn meetbaar beschreven.",
            Grondcode.NietHaalbaar => "Uw aanpak is haalbaar.",
            Grondcode.EvaluatieOngeschikt => "Met uw evaluatieopzet is te beoordelen of het plan werkt.",
            Grondcode.StrijdMetRegelgeving => "Uw plan is uitvoerbaar binnen wet- en regelgeving.",
            Grondcode.NoodzaakNietAangetoond => "U heeft aangetoond dat de subsidie nodig is.",
            Grondcode.AlVerleendInTijdvak => "Er is in dit tijdvak niet eerder subsidie verleend voor een vergelijkbaar plan van u.",
            Grondcode.VerklaringOntbreekt => "De de-minimisverklaring en de mkb-verklaring zijn aanwezig.",
            Grondcode.PlafondOverschreden => "Uw aanvraag past binnen het subsidieplafond.",
            Grondcode.CommercieelDoel => "Uw plan is bedoeld voor de werkenden in uw onderneming.",
            Grondcode.LopendProject => "U heeft geen eerdere subsidie voor A of C die nog moet worden vastgesteld.",
            Grondcode.AlgemeneWeigering => "Er is geen algemene reden om te weigeren.",
            _ => throw Onbekend(toets),
        };
    }

    private static string NietVoldaan(Toets toets)
    {
        var w = toets.Waarden;
        return toets.Code switch
        {
            Eiscode.Aanvragertype => "Alleen een mkb-onderneming kan deze subsidie aanvragen. U vraagt aan als "
                + $"{w.Tekst("aanvragertype")}. Vraag aan in een tijdvak dat voor u is bedoeld.",
            Eiscode.MkbOmvang => $"Uw onderneming is te groot ({Omvang(w)}). De subsidie is voor kleine en middelgrote ondernemingen.",
            Eiscode.Activiteitsoort => $"U vraagt subsidie voor {w.Tekst("activiteiten")}. De praktijkleerplaats (D) is sinds 2025 niet "
                + "meer subsidiabel. Haal D uit uw plan.",
            Eiscode.MinimumKosten => $"Uw subsidiabele kosten voor A en C zijn {w.Euro("subsidiabele-kosten")}. "
                + $"Dat moet ten minste {w.Euro("minimum")} zijn. Breid A of C uit, of vraag alleen B aan.",
            Eiscode.DeMinimisruimte => $"U kunt geen de-minimissteun meer krijgen: het plafond is {w.Euro("plafond")} en u kreeg "
                + $"al {w.Euro("meegeteld")}. Vraag opnieuw aan als eerdere steun meer dan drie jaar oud is.",
            Eiscode.NietEnkelBestuurders => "De activiteiten zijn alleen voor bestuurders of eigenaren. Richt uw plan ook op andere "
                + "werkenden.",
            Eiscode.Gesprekstijd => "Een loopbaantraject heeft minder dan vier uur aan individuele gesprekken. Plan ten minste vier uur.",
            Eiscode.EisenLoopbaanadviseur => "De loopbaanadviseur voldoet niet aan de eisen. Kies een adviseur die dat wel doet, "
                + "bijvoorbeeld een Register Loopbaanprofessional van Noloc.",
            Eiscode.Marktconformiteit => $"Een externe opdracht kost meer dan {w.Euro("grens")} en u heeft niet aangetoond dat de prijs "
                + "marktconform is. Vraag ten minste drie offertes of houd een aanbesteding.",
            Grondcode.EisenRegeling => $"Uw aanvraag voldoet niet aan: {w.Tekst("titels")}. De uitleg staat bij elke eis.",
            Grondcode.OnvoldoendeMeetbaar => "Uw plan en de resultaten zijn niet meetbaar genoeg beschreven.",
            Grondcode.NietHaalbaar => "U heeft niet aannemelijk gemaakt dat uw aanpak haalbaar is.",
            Grondcode.EvaluatieOngeschikt => "Met uw evaluatieopzet is niet te beoordelen of het plan werkt.",
            Grondcode.StrijdMetRegelgeving => "Uw plan is niet uitvoerbaar binnen wet- en regelgeving.",
            Grondcode.NoodzaakNietAangetoond => "U heeft niet aangetoond dat de subsidie nodig is voor uw plan.",
            Grondcode.AlVerleendInTijdvak => "In dit tijdvak is al subsidie verleend voor een vergelijkbaar plan van u "
                + $"({w.Tekst("zaken")}).",
            Grondcode.VerklaringOntbreekt => "De de-minimisverklaring of de mkb-verklaring ontbreekt. Stuur de verklaring mee.",
            Grondcode.PlafondOverschreden => "Er is geen geld meer over in dit tijdvak. Vraag aan in een volgend tijdvak.",
            Grondcode.CommercieelDoel => "Uw plan is bedoeld voor commerciële doeleinden en niet voor de werkenden in uw onderneming.",
            Grondcode.LopendProject => $"Een eerdere subsidie voor A of C is nog niet vastgesteld ({w.Tekst("zaken")}). Vraag opnieuw "
                + "aan als dat is gebeurd, of vraag alleen B aan.",
            Grondcode.AlgemeneWeigering => "Er is een algemene reden om te weigeren. Die staat in het besluit.",
            _ => throw Onbekend(toets),
        };
    }

    private static string NietVanToepassing(Toets toets) =>
        toets.Code switch
        {
            Eiscode.MinimumKosten => "Het minimum geldt alleen voor A en C. U vraagt die niet aan.",
            Eiscode.Gesprekstijd or Eiscode.EisenLoopbaanadviseur => "Deze eis geldt alleen voor loopbaan- en ontwikkeladviezen (B). "
                + "U vraagt die niet aan.",
            Eiscode.Marktconformiteit =>
                $"U heeft geen externe opdracht van meer dan {toets.Waarden.Euro("grens")}, behalve aan een adviseur. "
                    + "U hoeft geen offertes te laten zien.",
            Grondcode.LopendProject => "Deze weigeringsgrond geldt alleen voor A en C. U vraagt die niet aan.",
            _ => "Deze regel geldt niet voor uw soort aanvrager.",
        };

    private static string NietBeoordeeld(Toets toets) =>
        toets.Code switch
        {
            Eiscode.DeMinimisruimte => "Wij weten niet hoeveel de-minimissteun u in de afgelopen drie jaar kreeg. Vul die steun in om te "
                + "zien of er ruimte is.",
            Eiscode.NietEnkelBestuurders => "Wij beoordelen later of de activiteiten niet alleen voor bestuurders of eigenaren zijn.",
            Eiscode.Gesprekstijd => "Wij beoordelen later of elk loopbaantraject ten minste vier uur gesprekken heeft.",
            Eiscode.EisenLoopbaanadviseur => "Wij beoordelen later of de loopbaanadviseur aan de eisen voldoet.",
            Eiscode.Marktconformiteit =>
                $"U heeft een externe opdracht van meer dan {toets.Waarden.Euro("grens")}. Bewaar drie offertes of het "
                    + "verslag van de aanbesteding; wij kunnen erom vragen.",
            Grondcode.PlafondOverschreden => "Of er genoeg geld is, weten wij pas na het sluiten van het tijdvak.",
            Grondcode.VerklaringOntbreekt => "Stuur bij uw aanvraag een de-minimisverklaring en een mkb-verklaring mee.",
            _ => "Dit beoordelen wij als u een aanvraag indient.",
        };

    private static string Klasse(IReadOnlyList<Waarde> w) =>
        w.Tekst("grootteklasse") == nameof(Grootteklasse.Klein) ? "klein" : "middelgroot";

    private static string Omvang(IReadOnlyList<Waarde> w) =>
        $"{Getal.Kort(w.Getal("personen"))} werkzame personen, omzet {w.Euro("omzet")}, balanstotaal {w.Euro("balans")}";

    private static ArgumentOutOfRangeException Onbekend(Toets toets) =>
        new(nameof(toets), toets.Code, "Voor deze toets bestaat geen uitleg.");
}

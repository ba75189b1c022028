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
            Eiscode.Aanvragertype => $"U vraagt aan als {w.Tekst("aanvragertype")}. Dat kan.",
            Eiscode.MkbOmvang => $"Uw onderneming is {Klasse(w)} ({Omvang(w)}).",
            Eiscode.GrootbedrijfOmvang => $"Uw onderneming is een grootbedrijf ({Omvang(w)}).",
            Eiscode.GrootbedrijfSector => $"Uw hoofdactiviteit (SBI {w.Tekst("sbi")}) hoort bij landbouw, horeca of recreatie.",
            Eiscode.Activiteitsoort => $"Uw activiteiten ({w.Tekst("activiteiten")}) zijn subsidiabel.",
            Eiscode.ActiviteitC => "Uw plan bevat activiteit C.",
            Eiscode.MinimumKosten => $"Uw subsidiabele kosten voor {MetKosten(w)} zijn {w.Euro("subsidiabele-kosten")}. Dat is ten minste "
                + $"{w.Euro("minimum")}.",
            Eiscode.MkbPartijen => $"Uw samenwerkingsverband heeft {w.Tekst("aantal")} mkb-ondernemingen die niet met elkaar zijn "
                + "verbonden.",
            Eiscode.PartijOmvang => "Elke mkb-onderneming in uw samenwerkingsverband is klein of middelgroot.",
            Eiscode.AandeelPartij => $"Geen partij draagt meer dan {Kort(w, "maximum")}% van de kosten.",
            Eiscode.ActiviteitPerPartij => "Elke partij voert een activiteit van het plan uit.",
            Eiscode.BrancheorganisatieOpgericht => "De brancheorganisatie is opgericht voor 1 januari 2020.",
            Eiscode.DeMinimisruimte => Ruimte(w),
            Eiscode.NietEnkelBestuurders => "De activiteiten zijn niet alleen voor bestuurders of eigenaren.",
            Eiscode.Gesprekstijd => "Elk loopbaantraject heeft ten minste vier uur aan individuele gesprekken.",
            Eiscode.EisenLoopbaanadviseur => "De loopbaanadviseur voldoet aan de eisen.",
            Eiscode.ErkendLeerbedrijf => "De praktijkleerplaats is bij een erkend leerbedrijf.",
            Eiscode.Marktconformiteit => "U hebt aangetoond dat de prijs van uw externe opdracht marktconform is.",
            Grondcode.EisenRegeling => "Uw aanvraag voldoet aan de eisen die wij konden toetsen.",
            Grondcode.OnvoldoendeMeetbaar => "Uw plan en de resultaten zijn meetbaar beschreven.",
            Grondcode.NietHaalbaar => "Uw aanpak is haalbaar.",
            Grondcode.EvaluatieOngeschikt => "Met uw evaluatieopzet is te beoordelen of het plan werkt.",
            Grondcode.StrijdMetRegelgeving => "Uw plan is uitvoerbaar binnen wet- en regelgeving.",
            Grondcode.NoodzaakNietAangetoond => "U hebt aangetoond dat de subsidie nodig is.",
            Grondcode.AlVerleendInTijdvak => "Er is in dit tijdvak niet eerder subsidie verleend voor een vergelijkbaar plan van u.",
            Grondcode.VerklaringOntbreekt => w.Zoek("verklaring") is { } verklaring
                ? $"De {verklaring} is aanwezig."
                : "De de-minimisverklaring en de mkb-verklaring zijn aanwezig.",
            Grondcode.PlafondOverschreden => "Uw aanvraag past binnen het subsidieplafond.",
            Grondcode.CommercieelDoel => "Uw plan is bedoeld voor de werkenden in uw onderneming.",
            Grondcode.LopendProject => "U hebt geen eerdere subsidie voor A of C die nog moet worden vastgesteld.",
            Grondcode.AlgemeneWeigering => "Er is geen algemene reden om te weigeren.",
            _ => throw Onbekend(toets),
        };
    }

    private static string NietVoldaan(Toets toets)
    {
        var w = toets.Waarden;
        return toets.Code switch
        {
            Eiscode.Aanvragertype => VerkeerdType(w),
            Eiscode.MkbOmvang => $"Uw onderneming is te groot ({Omvang(w)}). De subsidie is voor kleine en middelgrote ondernemingen.",
            Eiscode.GrootbedrijfOmvang => $"Uw onderneming is {Klasse(w)} ({Omvang(w)}) en dus geen grootbedrijf. Vraag aan in een "
                + "tijdvak voor mkb-ondernemingen.",
            Eiscode.GrootbedrijfSector => $"Uw hoofdactiviteit (SBI {w.Tekst("sbi")}) hoort niet bij landbouw, horeca of recreatie. "
                + "Alleen een grootbedrijf in die sectoren kan aanvragen. Controleer uw eerste SBI-code in het Handelsregister.",
            Eiscode.Activiteitsoort => $"U vraagt subsidie voor {w.Tekst("activiteiten")}. De praktijkleerplaats (D) is sinds 2025 niet "
                + "meer subsidiabel. Haal D uit uw plan.",
            Eiscode.ActiviteitC => "Het plan van een samenwerkingsverband moet activiteit C bevatten: een methode ontwikkelen of invoeren "
                + "om te leren in het werk. Voeg C toe.",
            Eiscode.MinimumKosten => Minimum(w),
            Eiscode.MkbPartijen => $"Uw samenwerkingsverband heeft te weinig mkb-ondernemingen die niet met elkaar zijn verbonden: "
                + $"{w.Tekst("aantal")}. Dat moeten er ten minste {w.Tekst("minimum")} zijn. Voeg een mkb-onderneming toe.",
            Eiscode.PartijOmvang => $"Een partij die u een mkb-onderneming noemt, is te groot (KVK-nummer {w.Tekst("partijen")}). Haal "
                + "die partij uit uw samenwerkingsverband.",
            Eiscode.AandeelPartij => $"De partij met KVK-nummer {w.Tekst("partij")} draagt {w.Euro("aandeel")} van de {w.Euro("kosten")}. "
                + $"Dat is meer dan {Kort(w, "maximum")}%. Verdeel de kosten anders.",
            Eiscode.ActiviteitPerPartij => "Een partij voert geen activiteit van het plan uit. Geef elke partij een activiteit, of haal "
                + "die partij uit uw samenwerkingsverband.",
            Eiscode.BrancheorganisatieOpgericht => "Een brancheorganisatie is pas na 2019 opgericht. Haal die partij uit uw "
                + "samenwerkingsverband.",
            Eiscode.DeMinimisruimte => GeenRuimte(w),
            Eiscode.NietEnkelBestuurders => "De activiteiten zijn alleen voor bestuurders of eigenaren. Richt uw plan ook op andere "
                + "werkenden.",
            Eiscode.Gesprekstijd => "Een loopbaantraject heeft minder dan vier uur aan individuele gesprekken. Plan ten minste vier uur.",
            Eiscode.EisenLoopbaanadviseur => "De loopbaanadviseur voldoet niet aan de eisen. Kies een adviseur die dat wel doet, "
                + "bijvoorbeeld een Register Loopbaanprofessional van Noloc.",
            Eiscode.ErkendLeerbedrijf => "De praktijkleerplaats is niet bij een erkend leerbedrijf. Kies een leerbedrijf dat is erkend, of "
                + "haal D uit uw plan.",
            Eiscode.Marktconformiteit => $"{Prijs(w)} U hebt niet aangetoond dat de prijs marktconform is. Vraag ten minste drie offertes "
                + "of houd een aanbesteding.",
            Grondcode.EisenRegeling => $"Uw aanvraag voldoet niet aan: {w.Tekst("titels")}. De uitleg staat bij elke eis.",
            Grondcode.OnvoldoendeMeetbaar => "Uw plan en de resultaten zijn niet meetbaar genoeg beschreven.",
            Grondcode.NietHaalbaar => "U hebt niet aannemelijk gemaakt dat uw aanpak haalbaar is.",
            Grondcode.EvaluatieOngeschikt => "Met uw evaluatieopzet is niet te beoordelen of het plan werkt.",
            Grondcode.StrijdMetRegelgeving => "Uw plan is niet uitvoerbaar binnen wet- en regelgeving.",
            Grondcode.NoodzaakNietAangetoond => "U hebt niet aangetoond dat de subsidie nodig is voor uw plan.",
            Grondcode.AlVerleendInTijdvak => "In dit tijdvak is al subsidie verleend voor een vergelijkbaar plan van u "
                + $"({w.Tekst("zaken")}).",
            Grondcode.VerklaringOntbreekt => w.Zoek("verklaring") is { } verklaring
                ? $"De {verklaring} ontbreekt. Stuur de verklaring mee."
                : "De de-minimisverklaring of de mkb-verklaring ontbreekt. Stuur de verklaring mee.",
            Grondcode.PlafondOverschreden => "Er is geen geld meer over in dit tijdvak. Vraag aan in een volgend tijdvak.",
            Grondcode.CommercieelDoel => "Uw plan is bedoeld voor commerciële doeleinden en niet voor de werkenden in uw onderneming.",
            Grondcode.LopendProject => $"Een eerdere subsidie voor A of C is nog niet vastgesteld ({w.Tekst("zaken")}). Vraag opnieuw "
                + $"aan als dat is gebeurd{OfAlleen(w)}.",
            Grondcode.AlgemeneWeigering => "Er is een algemene reden om te weigeren. Die staat in het besluit.",
            _ => throw Onbekend(toets),
        };
    }

    private static string NietVanToepassing(Toets toets) =>
        toets.Code switch
        {
            Eiscode.MinimumKosten => "U vraagt alleen een vast bedrag. Daarvoor geldt geen minimum.",
            Eiscode.AandeelPartij => "Er zijn geen kosten om te verdelen.",
            Eiscode.BrancheorganisatieOpgericht => "Deze eis geldt alleen voor een brancheorganisatie. Die is er niet bij.",
            Eiscode.Gesprekstijd or Eiscode.EisenLoopbaanadviseur => "Deze eis geldt alleen voor loopbaan- en ontwikkeladviezen (B). "
                + "U vraagt die niet aan.",
            Eiscode.ErkendLeerbedrijf => "Deze eis geldt alleen voor praktijkleerplaatsen (D). U vraagt die niet aan.",
            Eiscode.Marktconformiteit =>
                $"U hebt geen externe opdracht van meer dan {toets.Waarden.Euro("grens")}, behalve aan een adviseur. "
                    + "U hoeft geen offertes te laten zien.",
            Grondcode.LopendProject => "Deze weigeringsgrond geldt alleen voor A en C. U vraagt die niet aan.",
            _ => "Deze regel geldt niet voor uw soort aanvrager.",
        };

    private static string NietBeoordeeld(Toets toets) =>
        toets.Code switch
        {
            Eiscode.GrootbedrijfSector => "Wij kennen uw SBI-code niet. Vul de eerste SBI-code uit het Handelsregister in.",
            Eiscode.PartijOmvang => "Wij kennen de omvang van een mkb-onderneming in uw samenwerkingsverband niet. Vul die in.",
            Eiscode.ActiviteitPerPartij => "Wij beoordelen later of elke partij een activiteit van het plan uitvoert.",
            Eiscode.BrancheorganisatieOpgericht => "Wij beoordelen later of de brancheorganisatie is opgericht voor 1 januari 2020.",
            Eiscode.DeMinimisruimte => OnbekendeRuimte(toets.Waarden),
            Eiscode.NietEnkelBestuurders => "Wij beoordelen later of de activiteiten niet alleen voor bestuurders of eigenaren zijn.",
            Eiscode.Gesprekstijd => "Wij beoordelen later of elk loopbaantraject ten minste vier uur gesprekken heeft.",
            Eiscode.EisenLoopbaanadviseur => "Wij beoordelen later of de loopbaanadviseur aan de eisen voldoet.",
            Eiscode.ErkendLeerbedrijf => "Wij beoordelen later of de praktijkleerplaats bij een erkend leerbedrijf is.",
            Eiscode.Marktconformiteit => $"{Prijs(toets.Waarden)} Bewaar drie offertes of het verslag van de aanbesteding; wij kunnen "
                + "erom vragen.",
            Grondcode.PlafondOverschreden => "Of er genoeg geld is, weten wij pas na het sluiten van het tijdvak.",
            Grondcode.VerklaringOntbreekt => toets.Waarden.Zoek("verklaring") is { } verklaring
                ? $"Stuur bij uw aanvraag een {verklaring} mee."
                : "Stuur bij uw aanvraag een de-minimisverklaring en een mkb-verklaring mee.",
            _ => "Dit beoordelen wij als u een aanvraag indient.",
        };

    private static string VerkeerdType(IReadOnlyList<Waarde> w) =>
        w.Zoek("tijdvak-voor") is { } voor
            ? $"Dit tijdvak is voor een {voor}. U vraagt aan als {w.Tekst("aanvragertype")}. Vraag aan in een tijdvak dat voor u is "
                + "bedoeld."
        : w.Zoek("mogelijk") is { } mogelijk
            ? $"Een {w.Tekst("aanvragertype")} kan in dit tijdvak niet aanvragen. Dat kan alleen als {Opsomming(mogelijk)}. Ga na of "
                + "u zo kunt aanvragen."
        : $"U kunt in dit tijdvak niet aanvragen als {w.Tekst("aanvragertype")}. Vraag aan in een tijdvak dat voor u is bedoeld.";

    /// <summary>"a, b, c" becomes "a, b of c".</summary>
    private static string Opsomming(string lijst) =>
        lijst.LastIndexOf(", ", StringComparison.Ordinal) is var plaats and >= 0 ? $"{lijst[..plaats]} of {lijst[(plaats + 2)..]}" : lijst;

    private static string Minimum(IReadOnlyList<Waarde> w)
    {
        var soorten = MetKosten(w);
        return $"Uw subsidiabele kosten voor {soorten} zijn {w.Euro("subsidiabele-kosten")}. Dat moet ten minste {w.Euro("minimum")} zijn. "
            + $"Breid {soorten.Replace(" en ", " of ", StringComparison.Ordinal)} uit{OfAlleen(w)}.";
    }

    /// <summary>The way out of a rule about activities with costs; nothing for a partnership, which cannot do without them.</summary>
    private static string OfAlleen(IReadOnlyList<Waarde> w) =>
        (w.Zoek("anders") ?? "B") is { Length: > 0 } soorten ? $", of vraag alleen {soorten} aan" : "";

    /// <summary>Outcomes of before this value existed were all of versions in which A and C have costs.</summary>
    private static string MetKosten(IReadOnlyList<Waarde> w) => w.Zoek("soorten") ?? "A en C";

    private static string Ruimte(IReadOnlyList<Waarde> w) =>
        w.Zoek("partijen") switch
        {
            null => $"U kunt nog {w.Euro("beschikbaar")} de-minimissteun krijgen: het plafond is {w.Euro("plafond")} en u kreeg "
                + $"{w.Euro("meegeteld")}.",
            "" => "Elke onderneming in uw samenwerkingsverband kan nog de-minimissteun krijgen.",
            var partijen => "Uw samenwerkingsverband kan nog de-minimissteun krijgen, maar deze partij niet en zij krijgt dus niets: "
                + $"KVK-nummer {partijen}.",
        };

    private static string GeenRuimte(IReadOnlyList<Waarde> w) =>
        w.Zoek("partijen") is { } partijen
            ? $"Geen onderneming in uw samenwerkingsverband kan nog de-minimissteun krijgen (KVK-nummer {partijen}). Vraag opnieuw aan als "
                + "eerdere steun meer dan drie jaar oud is."
            : $"U kunt geen de-minimissteun meer krijgen: het plafond is {w.Euro("plafond")} en u kreeg al {w.Euro("meegeteld")}. Vraag "
                + "opnieuw aan als eerdere steun meer dan drie jaar oud is.";

    private static string OnbekendeRuimte(IReadOnlyList<Waarde> w) =>
        w.Zoek("partijen") is null
            ? "Wij weten niet hoeveel de-minimissteun u in de afgelopen drie jaar kreeg. Vul die steun in om te zien of er ruimte is."
            : "Elke partij in uw samenwerkingsverband zegt bij de aanvraag in een de-minimisverklaring welke steun zij kreeg. Wij beoordelen "
                + "dan of er ruimte is.";

    private static string Prijs(IReadOnlyList<Waarde> w) =>
        w.Getal("overige-externe-kosten") > w.Getal("grens")
            ? $"U hebt een externe opdracht van meer dan {w.Euro("grens")}."
            : $"U rekent een uurtarief van {w.Euro("uurtarief")}. Dat is meer dan {w.Euro("maximum-uurtarief")}.";

    private static string Klasse(IReadOnlyList<Waarde> w) =>
        w.Tekst("grootteklasse") == nameof(Grootteklasse.Klein) ? "klein" : "middelgroot";

    private static string Kort(IReadOnlyList<Waarde> w, string naam) => Getal.Kort(w.Getal(naam));

    private static string Omvang(IReadOnlyList<Waarde> w) =>
        $"{Getal.Kort(w.Getal("personen"))} werkzame personen, omzet {w.Euro("omzet")}, balanstotaal {w.Euro("balans")}";

    private static ArgumentOutOfRangeException Onbekend(Toets toets) =>
        new(nameof(toets), toets.Code, "Voor deze toets bestaat geen uitleg.");
}

using SlimRegeling.Omgeving;

namespace SlimRegeling.Duurproef;

/// <summary>What the applicants of the endurance test fill in.</summary>
internal static class Invulling
{
    public static object Inschrijving(Wie wie) =>
        new
        {
            naam = $"Proefbedrijf {wie.KvkNummer}",
            straat = "Proefweg 1",
            postcode = "2511 AB",
            plaats = "Den Haag",
            sbiCodes = new[] { "4321" },
            iban = "NL91ABNA0417164300",
            tenaamstelling = $"Proefbedrijf {wie.KvkNummer}",
        };

    public static object Formulier(int i) =>
        new
        {
            onderneming = new
            {
                naam = "Proefbedrijf",
                werkzamePersonen = 12.5m,
                jaaromzet = "1500000.00",
                balanstotaal = "800000.00",
                sbiCodes = new[] { "4321" },
            },
            activiteiten = new[] { new { soort = "C", externeUren = new[] { new { uren = 60 + (i % 40), uurtarief = "100.00" } } } },
            plan = new
            {
                doelen = "Leren op de werkplek.",
                aanpak = "Een leermethode invoeren.",
                resultaten = "Iedereen leert.",
                evaluatie = "Na een jaar.",
            },
            verklaringen = new
            {
                mkb = true,
                deMinimis = new { soort = "geen" },
                waarheid = true,
            },
            rekening = new { iban = "NL91ABNA0417164300" },
        };
}

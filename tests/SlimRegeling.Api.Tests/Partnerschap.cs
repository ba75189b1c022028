using System.Text.Json;

namespace SlimRegeling.Api.Tests;

/// <summary>The form of a partnership: C at € 200,000 of external costs, borne in equal parts; what does not divide by the first.</summary>
internal static class Partnerschap
{
    public const string School = "onderwijsinstelling";

    /// <param name="partijen">KVK number and kind; the first is the hoofdaanvrager.</param>
    public static string Formulier(params (string KvkNummer, string Type)[] partijen) =>
        JsonSerializer.Serialize(
            new
            {
                partijen = partijen.Select(
                    (p, i) =>
                        new
                        {
                            kvkNummer = p.KvkNummer,
                            rol = i == 0 ? "hoofdaanvrager" : "partij",
                            type = p.Type,
                            aandeelKosten = Euro(i == 0 ? Kosten - (partijen.Length - 1) * Deel(partijen.Length) : Deel(partijen.Length)),
                            werkzamePersonen = 30,
                            jaaromzet = "4000000.00",
                            balanstotaal = "2000000.00",
                            sbiCodes = (string[])["4321"],
                            verklaringen = new { mkb = true, deMinimis = new { soort = "geen" } },
                        }
                ),
                activiteiten = new[] { new { soort = "C", overigeExterneKosten = "200000.00" } },
                plan = new
                {
                    doelen = "doelen",
                    aanpak = "aanpak",
                    resultaten = "resultaten",
                    evaluatie = "evaluatie",
                },
                verklaringen = new { waarheid = true },
                rekening = new { iban = "NL13TEST0123456789" },
            }
        );

    private const decimal Kosten = 200_000.00m;

    private static decimal Deel(int partijen) => decimal.Floor(Kosten / partijen);

    private static string Euro(decimal bedrag) => bedrag.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    public static (string, string) Mkb(string kvkNummer) => (kvkNummer, "mkb-onderneming");
}

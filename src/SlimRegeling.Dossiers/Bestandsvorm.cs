namespace SlimRegeling.Dossiers;

/// <summary>A kind of file that is taken, told by its content and not by its name; the one place that says which, and how large each may be.</summary>
/// <param name="Naam">For people.</param>
public sealed record Bestandsvorm(string Naam, string Mediatype, string Extensie, int HoogstensMb)
{
    public static readonly Bestandsvorm Pdf = new("PDF", "application/pdf", "pdf", 20);
    public static readonly Bestandsvorm Jpeg = new("JPEG-foto", "image/jpeg", "jpg", 20);
    public static readonly Bestandsvorm Png = new("PNG-afbeelding", "image/png", "png", 20);
    public static readonly Bestandsvorm Docx = new(
        "Word-document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
        10
    );
    public static readonly Bestandsvorm Xlsx = new(
        "Excel-werkblad",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        10
    );
    public static readonly Bestandsvorm Odt = new("OpenDocument-tekst", "application/vnd.oasis.opendocument.text", "odt", 10);
    public static readonly Bestandsvorm Ods = new("OpenDocument-werkblad", "application/vnd.oasis.opendocument.spreadsheet", "ods", 10);
    public static readonly Bestandsvorm Csv = new("CSV-bestand", "text/csv", "csv", 5);
    public static readonly Bestandsvorm Txt = new("tekstbestand", "text/plain", "txt", 5);

    public static readonly IReadOnlyList<Bestandsvorm> Alle = [Pdf, Jpeg, Png, Docx, Xlsx, Odt, Ods, Csv, Txt];

    public static readonly int GrootsteMb = Alle.Max(v => v.HoogstensMb);

    public long Hoogstens => HoogstensMb * 1024L * 1024;

    public static Bestandsvorm Met(string mediatype) => Alle.Single(v => v.Mediatype == mediatype);
}

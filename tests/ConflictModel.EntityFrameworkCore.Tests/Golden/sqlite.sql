CREATE TABLE "All" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_All" PRIMARY KEY AUTOINCREMENT,
    "Incident" TEXT NULL,
    "By" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Sex" TEXT NULL,
    "Day" TEXT NOT NULL,
    "Claimed" TEXT NULL,
    "Age" TEXT NOT NULL,
    "At" TEXT NULL,
    "Regions" TEXT NOT NULL,
    "Reports" TEXT NOT NULL,
    "Casualties" TEXT NULL,
    "Extensions" TEXT NOT NULL,
    "Published_Title" TEXT NULL,
    "Published_Printed_Earliest" TEXT NULL,
    "Published_Printed_Latest" TEXT NULL,
    "Published_Printed_Date" TEXT NULL,
    "Published_Printed_Wording" TEXT NULL,
    "AsOf_Earliest" TEXT NULL,
    "AsOf_Latest" TEXT NULL,
    "Claimed_Earliest" TEXT NULL,
    "Claimed_Latest" TEXT NULL,
    "Date_Earliest" TEXT NULL,
    "Date_Latest" TEXT NULL,
    "Day_Earliest" TEXT NULL,
    "Day_Latest" TEXT NULL,
    "Discriminator" TEXT NOT NULL,
    "Verified_Again_Earliest" TEXT NULL,
    "Verified_Again_Latest" TEXT NULL,
    "Verified_On_Earliest" TEXT NULL,
    "Verified_On_Latest" TEXT NULL,
    "AsOf_Date" TEXT NULL,
    "AsOf_Wording" TEXT NULL,
    "Date_Date" TEXT NOT NULL,
    "Date_Wording" TEXT NULL,
    "Killed_Best" INTEGER NULL,
    "Killed_High" INTEGER NULL,
    "Killed_Low" INTEGER NULL,
    "Killed_Wording" TEXT NULL,
    "Verified_By" TEXT NULL,
    "Verified_On" TEXT NOT NULL,
    "Verified_Again_Date" TEXT NULL,
    "Verified_Again_Wording" TEXT NULL,
    "Defused" TEXT NULL,
    "Defused_Earliest" TEXT NULL,
    "Defused_Latest" TEXT NULL
);


CREATE TABLE "Correction" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Correction" PRIMARY KEY AUTOINCREMENT,
    "On" TEXT NOT NULL,
    "AttackId" INTEGER NOT NULL,
    "On_Earliest" TEXT NULL,
    "On_Latest" TEXT NULL,
    CONSTRAINT "FK_Correction_All_AttackId" FOREIGN KEY ("AttackId") REFERENCES "All" ("Id") ON DELETE CASCADE
);


CREATE INDEX "IX_All_Date_Earliest_Date_Latest" ON "All" ("Date_Earliest", "Date_Latest");


CREATE INDEX "IX_Correction_AttackId" ON "Correction" ("AttackId");


